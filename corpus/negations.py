"""Words that negate, in Chinese and in English, and those that may stand for one.

Four kinds are told apart on the Chinese side: characters that only look negative (不断), plain
negations (不是), those that are as often told without one (不少 many), and words with a negation
inside (拒绝 refuse). Idioms and irony escape all lists. ``negation_signs`` reads texts by them.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from corpus.lowered import lowered
from corpus.written import Written


class Mark(NamedTuple):
    """A negation, or what may be told as one, and its half-open place."""

    text: str
    start: int
    end: int


#: plain: 没有, 不会, not, never · free: often told without one (不少 many, 不足 short of) ·
#: double: an affirmation made of two (不得不 must) · neutral: only looks like one (不断) ·
#: refusal: a word with one inside (拒绝 refuse, 缺乏 lack) · hidden: one that seldom becomes a
#: "not" (错 wrong, 哪里).
ChineseKind = Literal["plain", "free", "double", "neutral", "refusal", "hidden"]
#: turn: no longer, not until · prefix: unable · word: fail, lack, hardly · weak: but, less, poor
#: · shared: "or" behind a not · told: gives back another word of the Chinese (but for 但).
#: · opposite: says from the other side what one Chinese negation says.
EnglishKind = Literal["plain", "turn", "shared", "prefix", "word", "weak", "opposite", "told"]


class Sign(NamedTuple):
    """A place that negates, or may."""

    start: int
    end: int
    kind: str
    #: for a Chinese word of the dictionary: stems that give it back without a negation
    told: frozenset[str] = frozenset()


#: Characters that negate.
NEGATIVE = re.compile("[不没无未非别勿莫毋否]")

Facing = tuple[re.Pattern[str], re.Pattern[str]]


def facing(*listed: tuple[str, str]) -> tuple[Facing, ...]:
    """Chinese words and the beginnings of the English words, in small letters, for them."""
    return tuple(
        (re.compile(chinese), re.compile(rf"\b(?:{english})")) for chinese, english in listed
    )


#: No negation, though the character is there: neither asks for "not" nor excuses one.
NEUTRAL = re.compile(
    r"""
    # 过 but after what is not stood or won: 撑不过一年, 打不过他
    不(?:仅(?!仅?[限止])|但|光|单|只是|断|管|论|过(?!去|来|了)(?!(?<=[撑熬活敌斗打比跑赢瞒躲逃挺拗胜]不过)(?!是))|禁|愧|妨|惜|懈|丹|得不|能不|可不|如说)
  | (?:只|才)不过 | 差不多 | 源源不断 | 不外 | 数不清 | 巴不得 | 恨不得 | 了不起 | 对不起 | 说不定
  | 别[有具开出] | [非匪]浅 | 不息 | 不料 | 不由 | 不知不觉 | 不愧 | 莫名 | 感[谢激]不尽 | 不是(?:滋味|玩意|个?好?东西)
  | 不放(?=[，。；！？、的]|$) | [不未]知(?:有?多少|[^，。]{0,4}如何，?且[听看]) | [不没](?=…)
  | [了过][^，。；！？]{0,6}没有?(?=[？?]) | 了没有(?=[。！”])      # 听明白了没有？
  | 不(?:一|多|大)会儿? | 不多(?:时|久|一会) | [不没](?<=(?P<both>\w\w)[不没])(?P=both)
  | 无(?:论|非|数|比|线|人机|不|限|穷|时无刻|锡|疑|私|偿|聊|烟|极)
  | 非(?:常|洲|得|凡|遗|盟|典|议|政府)
  | [南北东西中]非 | 是非 | 除非 | 莫非 | 无非 | 若非 | 埃塞俄比亚 | 菲
  | 差(?:一)?点儿?没 | (?<=拒)不 | 无意[中间识]
  | 好不(?=热闹|快活|得意|威风|伤心|气恼|尴尬|自在|风光|痛快|凄凉|惬意|可怜|狼狈|生气|难过|欢喜|烦恼)
  | 未(?:来|免|婚|央|成年|名湖) | 乙未 | 丁未 | 癸未 | 辛未 | 己未
  # 没 read mò, to go under: 没过脚踝, 大雪没膝; but 没收到, 没入选, 没落实, 没顶住 negate
  | 没(?:膝|踝|至|收(?![到入获录拾听看集购割容留养成])|落(?![实到下空后])|顶(?![住用得替嘴上过着])
      |入(?![选围学党职场睡眠手住户账库境席伍门狱会股网行驻]))
  | 没少(?=[一-鿿])(?![了于过数见])      # 没少操心: plenty
  | 没过(?:了(?!没)|(?:[我你您他她它人]们?的?)?(?:头|脖|颈|肩|胸|腰|膝|小腿|大腿|脚|车[轮顶]|[屋房]顶|鞋|靴|轮胎
      |食材|材料|食物|表面|[鸡鸭鱼牛羊猪]?肉|鸡块|排骨|[大糯小]?米|[黄绿红]?豆))
  | (?<=[水汤])没过(?![了几两多半一十期滤\d]) | (?<=[水汤]，)没过(?![了几两多半一十期滤\d])
  | (?:淹|沉|埋|出|覆|吞|隐|湮|泯|辱|漫)没
  | 否则 | 与否 | (?<=[个说])不字 | [是能可会应曾]否
  | (?P<twice>\w)[不没](?P=twice) | 有没有
    """,
    re.VERBOSE,
)

#: Negations that are as often told without one (不少 many, 不同 different, 不久 soon): they
#: excuse an English "not" and ask for none.
FREE = re.compile(
    r"""
    不(?:少|可少|然|决|谋而合|逊|称职|情愿|甘|争|住|到哪|同|足(?!够)|久|时|等|一|便|满|幸|安|知(?!道)|远|多|大|小|高|低|错|好(?!吗)|坏|差|易|难|止|下|宜|容|凡|朽
      |限|见|动|停|住|料|如|至于|再|顾|绝|力|良|当|利|得已|解|像话|必|用|许|肯|妙|行|成|该|行|明
      |正|法|可思议|可避免|可或缺|可分割|可逆转|约而同|慎|测|息|屈|挠|平|均|对|信|利于|适
      |公|合|准|稳|定|确定|善|甘|耐|堪|惯|拘|免|日|期|入虎穴|变|了了之|声不响)
  | 没(?:事|关系|劲|趣|错|用|辙|问题|准|完没了|想到)
  | 没[过隔]?(?:多久|几|一会|一阵)      # soon: 没隔几天, 没一会儿
  | 无(?!法)(?:效|力|情|害|罪|缘|奈|辜|误|须|需|视|意|声|形|人|故|关|权|愧|畏|条件|症状|一)?
  | 未(?!能|曾|有)            # 未必 "may not" among them
  | 非(?!但)
  | [看瞧]不[起上] | [忍禁耐]不住 | 无处不在 | 毫无疑问 | [毋勿]
  | 莫(?!斯科|扎特|桑比克|里斯|尔|高窟|迪|罗|奈|利) | (?<![\w])别(?=\w) | [你您们]别(?=\w)
    """,
    re.VERBOSE,
)

#: 做不成生意, but 不成功 and 不成比例.
NOT_DONE = "(?<=[做办干谈去睡吃读买卖当考开走玩])不成(?![功熟体立形为员文样气问比])"
#: Negations that are plain whatever follows.
STRONG = re.compile(
    r"[并尚仍从还也]未 | 未[在被能曾经] | [并绝而]非 | 无法 | 不知道 | 千万[别不] | [请切万]勿"
    rf"|{NOT_DONE}"
    r"|(?<![\w])别(?![的人样处名致墅离扭称管具论说看有开])"
    # 小事别多问, 先别走; not 特别多, 级别和
    r"|(?<![特区分告识差级性个离类诀辨道作惜派国另])别(?=[多为再太老急乱拿让叫给把跟对去来哭怕忘担误生着慌问])"
    r"|[先可也就都]别(?![的人样处名致墅具])",
    re.VERBOSE,
)

#: Plain negations: an English sentence without any sign of one has lost something.
PLAIN = re.compile("不|没有?")

#: Chinese words that refuse, lack or prevent, and the English words that give them back as they
#: are. Where those are there, the word is used up; where not, it may have become a "not".
REFUSING = facing(
    ("防止|避免|以免|免得|阻止|预防|防范|幸免",
     "prevent|avoid|stop|keep|guard|lest|avert|deter|protect|escap|evad|shun|free"),
    ("否(?:认|定|决)", "den[iy]|reject|veto|negat|overrul|disapprov|dismiss|refut|disclaim"),
    ("缺乏|缺少|缺失|缺席|欠缺|短缺|缺",
     "lack|short|absen|missing|vacan|defici|scarc|flaw|fail|insuffic|inadequ|devoid|limited"),
    ("拒绝|拒不|拒|抗拒|谢绝",
     "refus|reject|declin|deny|denied|resist|turn\\w* (?:\\w+ ){0,3}?down|rebuff|spurn"
     "|sa(?:y|id) no"),
    ("切忌|禁忌|忌讳|忌", "avoid|taboo|shun|contraindic|scrupl|qualm|jealous|envy|fear"),
    ("禁止|严禁|禁|杜绝|取缔",
     "ban|prohibit|forb[ia]d|bar|outlaw|taboo|curb|eliminat|suppress|disallow|illegal|restrict"
     "|abolish|keep off"),
    ("停止|中断|停|罢|终止|中止", "stop|cease|paus|suspen|interrupt|halt|shut|end|park|strik"),
    ("怎么?(?:能|会|叫|可以|敢)|[哪岂](?:里|能|会|有|可|是)|哪儿[有是]|何[必须苦尝曾]|何来(?=\\w)"
     "|谁(?:[叫会能敢还也]|知道)|休[想要]|甭",
     "(?!)"),
    ("(?<![灾遇])难(?!民|题|度|关|道)", "difficult|hard|tough|challeng|troubl|problem|mis"),
)

#: The same for words with a negation inside that seldom become one.
HIDDEN_CHINESE = REFUSING + facing(
    ("失", "fail|los[etis]|unemploy|miss|disappoint|forfeit|disappear|collaps|out of|dis|im"),
    ("除了|除此|之外|以外", "except|besides?|apart|additi|other|aside|outside|beyond|away"),
    # 没道歉，反而 as "instead of apologising": there it is the 没
    ("反而|相反", "but|instead(?! of)|rather(?! than)|contrary|opposite"),
    ("与其|宁可|宁愿|宁肯", "but|instead|rather|contrary|opposite"),
    ("很少|极少|较少|少有|甚少|绝少|罕|鲜[有见]|鲜为人知|稀",
     "few|littl|rare|less|seldom|scarce|minor|small|slight|slim|minim|low|tiny|infrequen|occasional"
     "|unusual|uncommon|exception|limited|hardly|barely"),
    ("反对|抵制|反感|反(?=.{0,2}倾销|.{0,2}补贴)", "oppos|against|object|anti|counter|resist|rever"),
    ("违反|违|抗议", "violat|breach|against|illegal|protest|break|contra"),
    ("忘|漏|忽视|忽略", "forg[eo]t|omit|leak|neglect|ignor|overlook|miss"),
    ("岂|何况|难道|怎么|哪", "(?!)"),
    ("还没|尚[待需无]|仍|至今|迄今|有待", "still|yet|so far|until now|to date|remain"),
    ("绝", "absolut|definit|extinct|final|match|refus|reject|isolat|all|despair"),
    ("空(?=白|缺|无|洞)|落空|白白|徒劳", "empty|blank|gap|zero|vaca|void|vain|hollow"),
    ("摆脱|消失|消除|放弃|取消|剥夺|废除", "disappear|eliminat|abandon|cancel|depriv|abolish|rid|g[ai]ve"),
    (
        "错(?!过)|误|虚假|假(?=[的冒话])",
        "wrong|mistak|error|false|fake|err|misunder|holiday|vacation|fault|if",
    ),
    ("弱|低|差", "weak|low|poor|bad|slight|gap|differ|reduc|declin|decreas|under|less|min"),
)

#: The same for words that never become a "not".
_FACING = facing(
    ("只|仅|唯|惟|才", "only|just|mere|alone|sole|simply|but|until"),
    ("但|却|而|可|不过", "but|still|however"),
    ("(?<!多)少|减|小", "less|few|little|small"),
    ("离|走|出", "left|leav|out|off|away"),
)

_GIVEN_BACK = (*HIDDEN_CHINESE, *_FACING)
_WRITTEN = Written([chinese for chinese, _ in _GIVEN_BACK])


def hidden_in(chinese: str) -> list[tuple[re.Pattern[str], bool]]:
    """Words with a negation inside that a text may hold, and whether they are ``REFUSING``."""
    return [
        (HIDDEN_CHINESE[number][0], number < len(REFUSING))
        for number in _WRITTEN.within(chinese)
        if number < len(HIDDEN_CHINESE)
    ]


def hidden_at(chinese: str, place: int) -> list[re.Pattern[str]]:
    """The English words for the word with a negation inside that begins at this place."""
    return [
        HIDDEN_CHINESE[number][1]
        for number in _WRITTEN.at(chinese[place])
        if number < len(HIDDEN_CHINESE) and HIDDEN_CHINESE[number][0].match(chinese, place)
    ]


#: English words of negation, in small letters. "Nor" goes on with one that stands before it.
ENGLISH_NEGATION = re.compile(
    r"""
    \b (?: not | never | no | none | nobody | nothing | nowhere | neither | cannot | without
         | \w+n['’]t | dont | cant | didnt | wont | doesnt | isnt ) \b
    """,
    re.VERBOSE,
)

#: What each of these holds: most texts have none, and are read by this in a third of the time.
_DENIES = re.compile(
    r"""
    n (?: o (?:t|ne|body|thing|where)? \b | e (?:ver|ither) \b | ['’]t \b
        | t \b (?: (?<= \b[cdw][ao]nt ) | (?<= [sd]nt ) ) )     # dont, cant, wont; didnt, isnt
  | without \b
    """,
    re.VERBOSE,
)

#: Turns that hold such a word and negate nothing, in small letters.
_ENGLISH_NEUTRAL = re.compile(
    r"""
    \b (?:
      not \s+ (?:only|just|merely|simply|solely|alone|least|to\s+mention|limited\s+to)
    | (?:is|are|was|were|do|does|did|has|have)n['’]t \s+ (?:only|just|merely|simply)
    | no \s+ (?:matter|wonder|doubt|less|fewer|later|more|longer|sooner|other|better|exception)
    | no\. | no \s+ (?:than) | nos\. | nothing \s+ (?:(?:for \s+ it \s+)?but|less|short)
    | (?:not|\w*n['’]t|never|cannot) (?: \s+ [\w-]+ ){0,7}? \s+ (?:until|till|unless)
    | (?:not|\w*n['’]t|never|cannot) (?: \s+ [\w-]+ ){0,4}? \s+ without
    | (?:no|little) \s+ (?:choice|option|alternative) (?:\s+but)?
    | not \s+ un(?!i[tofqv]|less|til|der)\w+
    | go(?:es)? \s+ without \s+ saying | without \s+ (?:a \s+ doubt|question)
    | without (?=\s*[.,;!?]) | never \s+ mind
    | nothing \s+ (?:else|other|more) | not \s+ so \s+ (?:much|many|long) | no \s+ one \s+ but
    | could(?:n['’]t|\s+not) \s+ (?:have \s+)? care[d]? \s+ less | out \s+ of \s+ nowhere
    | (?:whether|why|or|if) \s+ not | non-?stop | never-?ending | more \s+ often \s+ than \s+ not
    | last \s+ but \s+ not \s+ least
    | (?:can|could)(?:not|n['’]t|['’]t|\s+not) \s+ (?:help|wait|but|resist) | without \s+ doubt
    | (?:is|are|was|were|do|does|did|has|have|wo|ca|could|would|should)n['’]t \s+
      (?:it|they|he|she|you|we|i) (?= \s* \? | \s+ (?:agree|think|see|know|remember) [^.!?;]* \? )
    )
    """,
    re.VERBOSE,
)

#: Words negated by a prefix, in small letters: unable, but not under, unite, uncle; incomplete,
#: but not include.
PREFIXED = re.compile(
    r"""
    \b (?:
      un (?! der | i[tofqv] | til | cle(?!a) | anim | less
           # what takes back and negates nothing
           | do(?:es|ne|ing)?\b | lock | load | pack | plug | veil | fold | wrap | leash | earth
           | wind | screw | zip | ravel ) [a-z]{3,}
    | in (?: abil | accur | access | act(?:ion|ive) | adequa | admiss | applic | adv
           | animate | appro | aud | cap | comp[al] | compr | complete | concl | cons | conv | corr
           | cred(?!ibl) | def | depend | descr | determin | dispens | divis | eff
           | eleg | equ[ai] | escap | evit | exact | excus | expens | explic | exper
           | attent | compet | decen | decis | elig | instab | organic | secur | stab | tract
           | extric | fam | feas | fert | fin | flex | formal | frequ | grat | hosp
           | curab | delib | digest | discern | discip | discre | discrim | disput | disting
           | edib | elast | exhaust | expr | fallib | judic | opportun | satiab | surmount
           | suscept | temper | viol | vulner
           | human | just | nocen | num | oper | sens | separ | signif | sol | stabil
           | suff | tang | toler | valid | valu | visib | vinc ) [a-z]*
    | im (?: mater | matur | measur | mob | mod | moral | mort | pass[ia] | patien | per[cm]
           | penetr | perf | pers | partial | plaus | polit | poss | pract | prob | prop | prec
           | prud | punity | pure ) [a-z]*
    | a(?: cyclic | symmetr | typical | sympt | periodic | political | morph | social ) [a-z]*
    | (?: ir (?:rat|rec|reg|rel|rem|rep|res|ret|rev) | il (?:leg|lic|lim|lit|log) ) [a-z]*
    )
    """,
    re.VERBOSE,
)


def english_negations(english: str) -> list[Mark]:
    """Words of negation, turns like "not only" left out."""
    small = lowered(english)
    if not denies(small):
        return []       # most texts: the turns are not looked for
    masked = blank(_ENGLISH_NEUTRAL, small)
    found = (match.span() for match in ENGLISH_NEGATION.finditer(masked))
    return [Mark(english[start:end], start, end) for start, end in found]


def denies(small: str) -> bool:
    """Whether English in small letters may hold a word of negation, turns among them."""
    return _DENIES.search(small) is not None


def counterparts(chinese: str) -> list[re.Pattern[str]]:
    """The beginnings of English words that give back something else of the Chinese: but, 但."""
    return [
        _GIVEN_BACK[number][1]
        for number in _WRITTEN.within(chinese)
        if _GIVEN_BACK[number][0].search(chinese)
    ]


def given_back(chinese: str, small: str) -> str:
    """English in small letters without what gives back something else of the Chinese."""
    for counterpart in counterparts(chinese):
        small = blank(counterpart, small)
    return small


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with every match blanked, its length kept."""
    return pattern.sub(lambda found: " " * len(found.group()), text)
