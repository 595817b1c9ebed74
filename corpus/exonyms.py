"""Names whose English is not their sound and that the dictionary tells too narrowly."""

from __future__ import annotations

#: Chinese name to what its English may hold; any one will do, by beginnings where it is a word
#: ("Chin" for China and Chinese is written out, since Chin alone is a surname).
_TABLE = """
中国	China, Chinese, Sino, PRC, Mainland, P.R.C., Cathay
中华人民共和国	China, Chinese, PRC
中华	China, Chinese
内地 大陆	mainland, China, continent
美国 美方 美利坚	United States, U.S., US, USA, U.S.A., America, American, Washington, states, UnitedStates
英国 英方 大英	United Kingdom, U.K., UK, Britain, British, England, English, Briton, London
英格兰	England, English
法国 法方	France, French, Paris, Gallic
德国 德方	Germany, German, Berlin, Deutsche
日本 日方	Japan, Japanese, Tokyo, Nippon
韩国 韩方	Korea, Korean, ROK, Seoul
朝鲜 北韩	Korea, Korean, DPRK, Pyongyang
俄罗斯 俄方	Russia, Russian, Moscow, Kremlin
苏联	Soviet, USSR, U.S.S.R.
西班牙	Spain, Spanish, Spaniard, Madrid
葡萄牙	Portugal, Portuguese
荷兰	Netherlands, Dutch, Holland, Hague
瑞士	Switzerland, Swiss
瑞典	Sweden, Swedish, Swede
丹麦	Denmark, Danish, Dane
挪威	Norway, Norwegian
芬兰	Finland, Finnish, Finn
波兰	Poland, Polish, Pole
捷克	Czech
土耳其	Turkey, Turkish, Turk, Türkiye
希腊	Greece, Greek, Hellen
泰国	Thailand, Thai
越南	Vietnam, Viet
缅甸	Myanmar, Burma, Burmese
老挝	Lao, Laos
菲律宾	Philippine, Filipin, Manila
印度	India, Indian, Hindu
印度尼西亚 印尼	Indonesia
埃及	Egypt
以色列	Israel, Jew
沙特 沙特阿拉伯	Saudi, Riyadh
阿联酋	UAE, U.A.E., Emirat, Emirates, Dubai
新西兰	Zealand, Kiwi, NZ
澳大利亚 澳洲	Austral, Aussie
威尔士	Wales, Welsh
苏格兰	Scot, Scottish, Scotland
爱尔兰	Ireland, Irish
奥地利	Austria
匈牙利	Hungar
秘鲁	Peru
智利	Chile
得州 德州 得克萨斯	Texas, Texan
加州	California, CA
洛杉矶	Los Angeles, LA, L.A.
纽约	New York, NY, NYC
太平洋	Pacific, South Sea
犹太人	Jew, Jewish, Jewry, Judaism
比利时	Belgi
科特迪瓦	Ivory, Ivoire
佛得角	Verde
欧洲 全欧	Europe, EU, E.U., continent
欧盟	EU, E.U., European, Europe, Union, bloc, Brussels
亚洲	Asia
非洲	Africa
美洲	America, Hemisphere
拉美 拉丁美洲	Latin
中东	Middle, Mideast
联合国	UN, U.N., United Nations, Nations
世界卫生组织 世卫组织 世卫	WHO, W.H.O., Health
世界贸易组织 世贸组织 世贸	WTO, W.T.O., Trade
世界知识产权组织 产权组织	WIPO, Intellectual
北约	NATO
香港 港方	Hong Kong, HK, HKSAR, Hongkong
澳门	Macao, Macau, MSAR
台湾 台方	Taiwan, Formosa, Taipei, island
西藏	Tibet, Xizang
内蒙古	Mongolia, Neimeng
内蒙	Mongolia
陕西	Shaanxi, Shensi
陕北 陕南	Shaanxi
苏北 苏南	Jiangsu
浙东 浙南 浙西 浙北	Zhejiang
皖南 皖北	Anhui
闽南 闽北 闽西	Fujian, Hokkien, Minnan
粤北 粤东 粤西	Guangdong
湘西 湘南 湘北	Hunan
鄂西 鄂东	Hubei
豫东 豫西 豫南 豫北	Henan
赣南 赣北	Jiangxi
晋北 晋南	Shanxi
冀中 冀东 冀南	Hebei
鲁南 鲁西 鲁北	Shandong
川西 川北 川南 川东	Sichuan
滇西 滇南 滇东	Yunnan
黔东 黔西 黔南	Guizhou
桂北 桂南	Guangxi
辽西 辽南	Liaoning
卫健委 卫建委 国家卫健委	Health, NHC
奥斯维辛 奥斯威辛	Auschwitz, Oswiecim
山西	Shanxi
新疆	Xinjiang, Uygur, Sinkiang
乌鲁木齐	Urumqi, Ürümqi, Urumchi
喀什	Kashgar, Kashi
哈尔滨	Harbin
齐齐哈尔	Qiqihar
呼和浩特	Hohhot, Huhhot
呼伦贝尔	Hulunbuir, Hulun
鄂尔多斯	Ordos
拉萨	Lhasa
日喀则	Shigatse, Xigaze
厦门	Xiamen, Amoy
广东	Guangdong, Canton, Kwangtung
广州	Guangzhou, Canton
汕头	Shantou, Swatow
北京 京城	Beijing, Peking, capital, Peiping
南京	Nanjing, Nanking
天津	Tianjin, Tientsin
重庆	Chongqing, Chungking
上海 沪上	Shanghai
青岛	Qingdao, Tsingtao
长江 扬子江	Yangtze, Changjiang, Yangzi
黄河	Yellow, Huanghe
珠江	Pearl, Zhujiang
珠三角 长三角	Pearl, Yangtze, Delta
粤港澳	Guangdong, Greater
珠穆朗玛 珠峰	Everest, Qomolangma, Chomolungma
黑龙江	Heilongjiang, Amur, Heilong
松花江	Songhua, Sungari
鸭绿江	Yalu
黄浦江 黄浦	Huangpu, Whampoa
九龙	Kowloon
新界	Territories
清华 清华大学	Tsinghua, Qinghua
北大 北京大学	Peking, Beijing, PKU, Beida
孔子 孔夫子	Confuci
孟子	Mencius, Mengzi
老子	Laozi, Lao
庄子	Zhuangzi, Chuang
孙中山 孙文	Sun, Yat
蒋介石	Chiang, Jiang
成吉思汗	Genghis, Chinggis, Jenghiz
地球	Earth, planet, world, globe, global, terrestrial, earthly
月球	Moon, lunar
火星	Mars, Martian, spark
银河系 银河	Milky, galaxy, galactic
唐人街	Chinatown
白宫	White House, administration
美国国会	Congress, House, Senate, lawmaker, parliament, capitol, legislat, diet, congressional
一带一路	Belt, BRI
新华社	Xinhua
人民日报	People, Renmin
中共 中国共产党	CPC, CCP, Communist, Party
国务院	State Council, council, councilor, councillor, premier, department, cabinet, China, central
圣诞	Christmas, Xmas
春节	Spring, Lunar, Year
基督教	Christ, Protestant
伊斯兰	Islam, Muslim, Moslem
佛教	Buddh
天主教	Catholic
犹太	Jew, Jewish, Jewry, Juda, Judeo, Hebrew
北海	Beihai, North Sea, Pakhoi
黑海	Black Sea
北京政府 北京当局	Beijing, Peking, Chinese, China
中国人民解放军 人民解放军	PLA, Liberation, Army, military, Chinese
中共中央 党中央	CPC, Party, Central
全国人大 全国人民代表大会	NPC, Congress
全国政协	CPPCC, Consultative
东盟	ASEAN, A.S.E.A.N.
欧佩克	OPEC
非盟	African, AU
上合组织 上海合作组织	SCO, Shanghai
国际货币基金组织	IMF, Monetary
世界银行 世行	World Bank, Bank
亚投行	AIIB, Infrastructure
英特尔	Intel
那曲	Nagqu, Nagchu, Naqu
林芝	Nyingchi, Linzhi
昌都	Qamdo, Chamdo, Changdu
阿坝	Aba, Ngawa
甘孜	Garze, Ganzi, Kardze
迪庆	Deqen, Diqing
果洛	Golog, Guoluo
玉树	Yushu
格尔木	Golmud
可可西里	Hoh, Kekexili, Xil
三江源	Sanjiangyuan, Three-River, Three Rivers
锡林郭勒	Xilingol, Xilin Gol
阿拉善	Alxa, Alashan
乌兰察布	Ulanqab, Ulaan
满洲里	Manzhouli
和田	Hotan, Hetian, Khotan
阿克苏	Aksu
伊犁	Ili, Yili
吐鲁番	Turpan, Turfan, Tulufan
克拉玛依	Karamay
库尔勒	Korla
塔城	Tacheng, Tarbagatay, Qoqek
阿勒泰	Altay
哈密	Hami, Kumul
胡志明市	Ho Chi Minh, HCMC, Saigon
岘港	Da Nang, Danang
海防	Haiphong, Hai Phong
北江	Bac Giang, Beijiang
"""

#: People whose names are written in characters by sound, or who are known by another name.
_PEOPLE = """
特朗普 川普	Trump
拜登	Biden
奥巴马	Obama
默克尔	Merkel
冯德莱恩	Leyen
马克龙	Macron
泽连斯基	Zelensky, Zelenskyy, Zelenskiy
古特雷斯	Guterres
布林肯	Blinken
沙利文	Sullivan
鲁比奥	Rubio
万斯	Vance
哈里斯 贺锦丽	Harris
佩洛西	Pelosi
蓬佩奥	Pompeo
内塔尼亚胡	Netanyahu
埃尔多安	Erdogan
莫迪	Modi
苏纳克	Sunak
斯塔默	Starmer
朔尔茨	Scholz
默茨	Merz
卢拉	Lula
米莱	Milei
杜特尔特	Duterte
马科斯	Marcos
佐科	Joko, Jokowi, Widodo
普拉博沃	Prabowo
谭德塞	Tedros
高锐	Gurry
邓鸿森	Tang
马斯克	Musk
贝佐斯	Bezos
扎克伯格	Zuckerberg
黄仁勋	Huang, Jensen
成龙	Jackie, Chan
李小龙	Bruce, Lee
赖清德	Lai
高市早苗	Takaichi
李在明	Lee
安倍晋三 安倍	Abe
岸田文雄 岸田	Kishida
石破茂	Ishiba
尹锡悦	Yoon
文在寅	Moon
阮富仲	Trong, Nguyen
苏林	Lam
"""


def _read(listed: str) -> dict[str, tuple[str, ...]]:
    table = {}
    for line in listed.strip().splitlines():
        names, english = line.split("\t")
        for name in names.split():
            table[name] = tuple(word.strip() for word in english.split(","))
    return table


PEOPLE = _read(_PEOPLE)

EXONYMS = _read(_TABLE) | PEOPLE

#: Countries and regions in one character, as in 中美 and 俄军: they explain an English name.
ABBREVIATED = {
    character: tuple(word.lower().replace(".", "") for word in EXONYMS[name])
    for character, name in (
        ("中", "中国"), ("华", "中国"), ("美", "美国"), ("英", "英国"), ("法", "法国"), ("德", "德国"),
        ("日", "日本"), ("韩", "韩国"), ("朝", "朝鲜"), ("俄", "俄罗斯"), ("欧", "欧洲"), ("亚", "亚洲"),
        ("非", "非洲"), ("印", "印度"), ("港", "香港"), ("台", "台湾"), ("藏", "西藏"),
        ("京", "北京"), ("沪", "上海"), ("粤", "广东"), ("越", "越南"), ("泰", "泰国"), ("西", "西班牙"),
        ("元", "美国"), ("国", "中国"), ("省", "中国"), ("老", "老挝"), ("缅", "缅甸"),
        ("菲", "菲律宾"), ("土", "土耳其"), ("沙", "沙特"),
    )
} | {
    # Australia, and in 港澳 Macau; 反犹 is against Jews
    "澳": ("australia", "australian", "macau", "macao", "macanese"),
    "犹": ("jewish", "jews", "judaism", "hebrew", "semite", "semitic"),
    # a house of parliament, which American papers call by the place
    "国会": ("capitol",),
    # land by the river that goes without its name
    "江左": ("yangtze", "yangzi"),
    "江东": ("yangtze", "yangzi"),
    "江南": ("yangtze", "yangzi"),
    "大江": ("yangtze", "yangzi"),
    # companies named by meaning, whose English is a word or place of its own
    "绿地": ("greenland",),
    "苹果": ("apple",),
    "甲骨文": ("oracle",),
    "脸书": ("facebook", "meta"),
    "亚马逊": ("amazon",),
}  # fmt: skip
