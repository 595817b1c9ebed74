"""Which code a Chinese text's language has: by its script, and traditional ones by their words."""

from __future__ import annotations

from corpus.scripts import chinese_script

#: Read of a text to tell its code: what is not decided by then is not decided by more.
SAMPLE = 50_000

#: Different signs that decide: one 裏 may come from a converter, one 香港 from the news.
_ENOUGH = 2

#: Characters that Hong Kong alone writes so: Cantonese ones, and its standard's forms where
#: Taiwan has 裡 著 衛 線 群 麵 說 峰 啟. 裏 and 着 are found in old books of Taiwan too.
_HONG_KONG_CHARACTERS = "嘅咗喺哋嚟嗰冇佢咁啲噉唔裏着衞綫羣麪説峯啓"
#: Words of Hong Kong where Taiwan says 網路 軟體 硬體 網際網路 簡訊 數位 品質 計程車 公車 捷運
#: 列印 印表機 影片 智慧. Some are the mainland's: in traditional characters that is Hong Kong
#: far more often than Taiwan.
_HONG_KONG_WORDS = (
    "港元", "港幣", "港府", "港鐵", "特區政府", "行政長官", "立法會", "屋邨", "公屋", "食肆", "食環署",
    "巴士", "的士", "網絡", "互聯網", "軟件", "硬件", "短訊", "數碼", "質素", "打印", "視頻", "智能",
    "屋苑", "入境處", "知識產權署", "強積金", "文憑試", "銅鑼灣", "九龍", "新界", "香港",
)  # fmt: skip
_TAIWAN_WORDS = (
    "臺灣", "台灣", "臺北", "台北", "臺中", "台中", "高雄", "新竹", "新臺幣", "新台幣", "行政院", "立法院",
    "總統府", "網路", "網際網路", "軟體", "硬體", "簡訊", "數位", "品質", "計程車", "公車", "捷運", "列印",
    "印表機", "影片", "智慧型", "智慧財產", "專案", "滑鼠", "國小", "國中", "健保", "機車", "伺服器",
    "資料庫", "雷射", "泡麵", "便當",
)  # fmt: skip


def chinese_code(text: str) -> str | None:
    """"zh-CN", "zh-TW" or "zh-HK" for a Chinese text; None if its script cannot be told.

    Traditional text is Taiwan's unless Hong Kong's characters and words are more. It is never
    zh-Hant: a CAT tool's project has a region, and OmegaT warns of a memory without it. Wrong
    for an article of Taiwan's about Hong Kong's politics, and for one of Hong Kong's that was
    written with Taiwan's words.
    """
    text = text[:SAMPLE]
    kind = chinese_script(text)
    if kind != "Hant":
        return None if kind is None else "zh-CN"
    hong_kong = _signs(text, (*_HONG_KONG_CHARACTERS, *_HONG_KONG_WORDS))
    decided = hong_kong >= _ENOUGH and hong_kong > _signs(text, _TAIWAN_WORDS)
    return "zh-HK" if decided else "zh-TW"


def _signs(text: str, signs: tuple[str, ...]) -> int:
    """How many different ones occur: a name at every turn is one."""
    return sum(sign in text for sign in signs)
