"""Negated Chinese words and the English words that say the same from the other side.

不容易 is hard, 不见 gone, 一声不吭 silent: such a word answers this negation and no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.negations import facing
from corpus.written import Written

#: A Chinese negation with what it negates, and the beginnings of English words in small letters.
#: Where a part stands in brackets, that part is the negation. What is wrong: both sides may have
#: such a pair for different reasons, 不走 beside "remain".
_OPPOSITES = facing(
    ("不(?:太|很|大|那么|怎么)?(?:容易|易|好(?=[找做办走写学说回]))",
     "hard(?:ly|er|est)?\\b|difficult|tough|challeng|tricky"),
    ("(?<=[吃用喝])不[完了掉]",
     "left\\b|leftover|spare|surplus|excess|plenty|ample|inexhaust|endless|abundan"),
    ("不敌", "los[et]|los(?:es|ing)|fell\\b|fall(?:s|ing)? to|beat|defeat|went down"),
    ("(?<=拗)不过", "g[ai]ve\\w* in\\b|giving in\\b|yield|relent"),
    ("不难", "eas(?:y|ily|ier)\\b|simpl|straightforward|readily"),
    ("不[^，。；]{0,10}(?:失效|消失|消亡|终止|中断|停止)", "surviv|remain|continu|keep|kept|persist|still\\b"),
    ("不(?:太|很|算|怎么)?(?:高|多|大)(?!家|于)", "low|few|little|small|limit|modest|minor|cheap|inexpens"),
    ("不(?:太|大|怎么)?(?:好|佳|良|行|妙|堪)",
     "bad(?:ly)?\\b|poor|ill\\b|ill-|ugly|homely|unwell|worse|adverse|terrible|foul|awful|lousy"
     "|rotten|rough|dismal|grumpy|weak"),
    ("不良", "side effect|adverse|bad\\b|poor|harm|toxic|unhealthy|unsound"),
    ("[没未不][有曾成]?[想料][到过]?|[想料]不到",
     "surpris|unexpect|astonish|amaz|of all|who would|who'd|little did|unforeseen|sudden"),
    ("不远|不甚远", "near|close\\b"),
    ("不(?:长|久)|没(?:多久|过多久)", "short|soon|brief|before long"),
    ("不见(?!得)|没了|没影", "gone|lost|vanish|disappear|missing"),
    ("[不没]有?(?:走|动|离|去)", "stay|remain|still|froze|motionless|static|stationary|immobil|at rest"),
    ("[不没]有?(?:怎么|大|太|再|多)?(?:说话|讲话|吭|言语|作声|做声|响|吱声|开口)|(?<=一[声言])不[吭发响]|不语",
     "silen|quiet|mute|speechless|taciturn|wordless|reticen"),
    ("不再", "gave up|giv(?:e|en|ing) up|stop|ceas|end(?:ed|s)?\\b|former|cut off"),
    ("不(?:同)?(?:寻常|平常|平凡|一般|凡)",
     "strange|odd|extraordinar|remarkabl|rare|special\\b|exception|peculiar"),
    ("不(?:一|同|等|均|尽相同)", "var(?:y|ie)|differ|dispar|divers|distinct|rang|mixed|uneven"),
    ("不(?:太|大)?(?:清|明|详)", "vague|blur|obscur|ambigu|dim\\b|faint|confus|mysteri"),
    ("不如|不及|不比", "better|less\\b|worse|inferior|rather|prefer|as well|behind|pale"),
    ("不(?:大|太)?(?:肯|愿|想|情愿)",
     "oppos|against|refus|reluct|\\w*grudg|declin|resist|loath|hesita|hate|disdain"),
    ("不顾", "regardless|despite|ignor|def[iy]|heedless|in spite"),
    ("不安|不宁",
     "embarrass|uncomfort|unsettl|uneas|anxi|restless|worr|nervous|distemper|disturb|troubl"),
    ("不利", "advers|harm|disadv|bad\\b|detriment"),
    ("不幸", "unfortun|misfort|tragic|sad(?:ly)?\\b"),
    ("不(?:太)?(?:对|当|正当|妥|合适)", "wrong|improp|indecen|illicit|ill-|amiss|mis[a-z]+"),
    ("不(?:知|解|懂|明白|清楚)", "wonder|puzzl|ignoran|baffl|confus|oblivious|mystery"),
    ("没(?:办法|法|辙)", "hard\\b|helpless|stuck|give up|gave up|trouble"),
    ("没意思|没劲|没趣", "boring|dull|tedious|flat\\b"),
    ("没关系|不要紧|没事|不碍事", "fine|okay|ok\\b|all right|never mind"),
    ("不(?:准|许|让|得)|不能(?!不)",
     "ban(?:s|ned|ning)?\\b|forb[ai]d|prohibit|stop|prevent|bar(?:s|red)?\\b|off[- ]limits"),
    ("不(?:到|足|满|够|及|超过)|未(?:满|到|及)",
     "under\\b|below|short|lack|less\\b|scarc|within|just short|fewer|ill-|insuff|inadequ|almost"
     "|nearly|barely|hardly|only|shy of|just\\b|mere|in a matter of"),
    ("不(?:低|少|小|短)于", "at least|minimum|over\\b|exceed|more\\b|above|up(?:wards?)?\\b"),
    ("不(?:高|多|大|长|超过?|迟|晚)于?", "at most|up to|within|maximum|by\\b"),
    ("不得已", "forced|reluctant|had to|have to|compel"),
    ("不要|别|勿|莫",
     "avoid|stop|refrain|(?:keep|stay)\\w*(?: [\\w-]+){0,4}? (?:away|out|off|clear)\\b"),
    ("[未没不]有?(?:涉及|提[及到]|包[括含]|考虑|列入|收录)",
     "omit|leav\\w+ out|left out|exclud|ignor|skip|overlook|silent|neglect|disregard"),
    ("(?<=[记想])不(?:起|得|清)", "forg[eo]t|escape|slip"),
    ("不(?:感兴趣|关心|在乎|在意)", "indifferen|uninterest|careless|apath|less\\b"),
    ("不(?:喜欢|爱)", "dislik|hate|detest|loath|averse"),
    ("不(?:信|相信)", "doubt|disbelie|sceptic|skeptic|distrust|suspic"),
    ("不(?:管|理|理睬|睬)", "ignor|neglect|regardless|whatever|whether"),
    ("不(?:稳|定|稳定)", "falter|volatil|shak|fluctuat|precarious|erratic|wobbl"),
    ("不(?:亮|响|通|灵)|没(?:电|响|信号)",
     "(?:stay|remain)\\w* (?:off|out|dark|silent|dead)|dead|dark"
     "|silent|off\\b|out\\b|broken|blocked"),
    ("不远千里|不辞", "all the way|tireless"),
    ("非|不是", "rather than|instead|as opposed|other than|in lieu"),
    ("(?<=[时年久日月])[不没未]见", "since\\b|long time|ages\\b"),
    ("无可(?:怀疑|置疑|否认|争议|非议)|[毋勿]庸置疑|不容置疑|无疑",
     "certain|sure|undoubt|doubtless|indisput|undeni|clear|beyond"),
    ("无(?:用|益|效)|没用",
     "(?:what|where)['’]?s the (?:sense|use|point|good)|what (?:use|good)|useless|vain|futile"
     "|pointless|void|fail"),
    ("无视", "ignor|disregard|flout|blind|def[iy]"),
    ("非", "non[a-z -]"),
    ("毋宁|无宁|不如说", "rather"),
    ("宁[可愿肯][^。；]{1,20}?不", "than\\b|rather"),
    ("[没未]有?[^，。；！？]{0,5}(?:，[^，。；！？]{0,4})?[就便]", "before"),
    ("(?<=[还尚])[没未]有?", "before"),      # 那时我还没出生: before I was born
    ("不(?:相关|关联|连续|相连|相干)", "discret|separat|disjoin|independent|isolat"),
    ("[不没未]有?能?够?(?:(?:按|如|准)[期时约]|及时|按计划)",
     "delay|late(?:r|ness)?\\b|overdue|behind|postpon|slip|tard|belated|default|miss"),
    ("不(?:遵守|履行|守)|未(?:履行|遵守)", "breach|violat|default|br[eo]ak|broke|disobey|flout"),
    ("不(?:同意|赞成|答应)", "disagree|object|oppos|refus|reject|dissent|declin"),
    ("不[止只]", "more than|far\\b|beyond|over\\b|older"),
    ("无[证照]", "undocument|unlicen"),
    ("(?<=措手)不及|(?<=猝)不及防|(?<=其)不意|(?<=[意料想])不到|(?<=始料)[未不]及",
     "surpris|sudden|off guard|unexpected|unawares|startl|sensation|amaz|shock"),
    ("不可思议", "incredibl|amaz|wonder|astonish|marvel|fantastic"),
    ("不[停住歇断]", "keep|kept|constant|continu|nonstop|incessant|endless"),
    ("不[畅通]", "chok|block|congest|jam|clog|stuff"),
    ("没(?:断|坏|病|毛病|问题|大碍)", "ok\\b|okay|fine|well\\b|intact|all right|sound"),
    ("不给力", "weak|lame|feebl"),
    ("不振", "los[est]|slugg|slump|weak|poor|declin|depress"),
    ("无(?:力|能)", "weak|feebl|power|helpless|faint|impoten"),
    ("[没无](?:钱|银)|没有钱", "poor|broke|penniless"),
    ("无一?人", "desert|empty|uninhab|\\w*manned|abandon|unattended|driverless"),
    ("[没无](?:声|语|言)", "silen|quiet|mute|speechless"),
    ("没有?(?:活|生还)|不(?:治|活)", "die[sd]?\\b|dead|death|perish|kill"),
    ("[没未]有?(?:通过|成功|过关|合格|及格|能)|不(?:及格|合格|成功)",
     "fail|reject|defeat|flunk|substandard|disqualif|defect"),
    ("没有?(?:听说|见)|不认识", "stranger|unfamiliar|new to"),
    ("非[^，。；]{1,12}(请?[勿莫]|不得|不准|不能|禁止|严禁|谢绝)", "only\\b|authori[sz]ed"),
    ("[未不没无]有?(?:眠|合眼|睡|寐)|(?<=睡)不着", "awake|sleepless|insomn|wakeful"),
    ("[没未]有?(?:完|做完|完成|解决|决定)|(?<=悬而)未决", "pending|outstanding|remain|incomplet|yet to|open\\b"),
    ("[没未]有?(?:来|到|出席|参加|露面)", "absen|miss|skip|away|fail"),
)


_WRITTEN = Written([chinese for chinese, _ in _OPPOSITES])


class Opposite(NamedTuple):
    """A negated Chinese word at its place, and the English words that say it the other way."""

    start: int
    end: int
    words: re.Pattern[str]


def opposites_in(chinese: str) -> list[Opposite]:
    """The negated words of a Chinese text that have an opposite."""
    return [
        Opposite(*match.span(match.lastindex or 0), _OPPOSITES[number][1])
        for number, match in _WRITTEN.matches(chinese)
    ]


def words_against(start: int, end: int, opposites: Sequence[Opposite]) -> list[re.Pattern[str]]:
    """What says in English, from the other side, what the negation at this place says."""
    return list(
        dict.fromkeys(one.words for one in opposites if one.start < end and start < one.end)
    )
