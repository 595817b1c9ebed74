"""Documents with findings for the reports' tests: two seeds aligned by hand, and a hostile one.

A side of a pair is written as the sentences themselves; their places are looked up in the
seed, so that lines and offsets are true.
"""

from __future__ import annotations

from pathlib import Path

from corpus.model import (
    Alignment,
    Finding,
    Judgement,
    Language,
    Layout,
    Noise,
    Pair,
    Segment,
    Severity,
    Side,
)

SEEDS = Path(__file__).parents[2] / "seeds"

Sample = tuple[Alignment, list[Judgement], str]

OMISSION = "Accuracy/Omission"
MISTRANSLATION = "Accuracy/Mistranslation"


class Builder:
    """Pairs of one document, added in reading order."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.judgements: list[Judgement] = []
        self._numbers: dict[Language, int] = {"zh": 0, "en": 0, "other": 0}
        self._searched: dict[Language, int] = {"zh": 0, "en": 0, "other": 0}

    def add(
        self,
        source: str,
        target: str,
        score: float = 0.95,
        omission: float = 0.03,
        addition: float = 0.02,
        findings: tuple[Finding, ...] = (),
    ) -> None:
        """A pair; sentences of one side are parted by " / "."""
        pair = Pair(
            index=len(self.judgements),
            source=self._segments(source, "zh"),
            target=self._segments(target, "en"),
            score=score if source and target else 0.0,
            doc=self.name,
        )
        if not pair.paired:
            score, omission, addition = 0.0, float(bool(source)), float(bool(target))
        self.judgements.append(Judgement(pair, score, omission, addition, findings))

    def _segments(self, side: str, language: Language) -> tuple[Segment, ...]:
        return tuple(self._segment(part, language) for part in side.split(" / ") if part)

    def _segment(self, text: str, language: Language) -> Segment:
        start = self.text.index(text, self._searched[language])
        self._searched[language] = end = start + len(text)
        number = self._numbers[language]
        self._numbers[language] += 1
        line = self.text.count("\n", 0, start) + 1
        return Segment(text, language, number, start, end, line)

    def alignment(self, layout: Layout, noise: tuple[Noise, ...], reason: str) -> Alignment:
        return Alignment(
            name=self.name,
            layout=layout,
            source_lang="zh-CN",
            target_lang="en-US",
            pairs=tuple(judgement.pair for judgement in self.judgements),
            noise=noise,
            encoding="utf-8",
            encoding_reason=reason,
            path=f"seeds/{self.name}.txt",
        )


def finding(
    rule: str,
    severity: Severity,
    message: str,
    text: str = "",
    marked: str = "",
    side: Side = "source",
    mqm: str = OMISSION,
    evidence: str = "",
) -> Finding:
    """A finding on the place of ``marked`` in ``text``; without it on the whole side."""
    start = text.index(marked) if marked else 0
    return Finding(
        rule, severity, message, side, (start, start + len(marked)), evidence or marked, mqm
    )


def wipo() -> Sample:
    """Seed 000: paragraphs interleaved, a sentence that lost two clauses, noise."""
    path = next(SEEDS.glob("000_*"))
    text = path.read_text(encoding="utf-8")
    made = Builder(text, path.stem)
    made.add(
        "WIPO中国:激发未来知识产权人才,共筑青年国际胜任力",
        "WIPO China: Inspiring Future IP Talent and Fostering Global Competence Among Youth",
        0.97,
    )
    made.add(
        "2025年5月20日,北京 – 来自华中科技大学国际胜任力人才培养班的20名博士、硕士、本科生和教师代表"
        "访问了世界知识产权组织中国办事处。",
        "May 20, 2025, Beijing – A delegation of 20 doctoral, mater’s and undergraduate students "
        "and faculty members from the first Global Competence Talents Class of Huazhong University "
        "of Science and Technology (HUST) visited the WIPO Office in China (WOC).",
        0.96,
        0.02,
        0.11,
        (
            finding(
                "addition.content",
                "note",
                "“first” has no counterpart in the Chinese.",
                "May 20, 2025, Beijing – A delegation of 20 doctoral, mater’s and undergraduate "
                "students and faculty members from the first Global",
                "the first",
                "target",
                "Accuracy/Addition",
            ),
        ),
    )
    made.add(
        "产权组织中国办事处主任刘华与他们进行了深入交流,探讨了知识产权全球现状、两大创新浪潮下的发展趋势、"
        "青年职业规划等主题。",
        "Ms. Liu Hua, Director of the WOC, engaged in an in-depth discussion with the group, "
        "covering topics such as the global landscape of intellectual property (IP), development "
        "trends under two major innovation waves, and career planning for young professionals.",
    )
    made.add(
        "刘华指出,包含专利、商标、版权和工业品外观设计的全球无形资产价值已超过79.4万亿美元。",
        "Ms. Liu highlighted that the global value of intangible assets – encompassing patents, "
        "trademarks, copyrights and industrial designs – has surpassed $79.4 trillion.",
        0.98,
    )
    merged = (
        "这些技术不仅增强了人类的创新能力,还为创造性表达提供了新的形式和机遇,而不仅仅是一种挑战。"
        " / 因此,我们应当将其视为促进创新的有力工具。"
    )
    made.add(
        "王楠",
        "Wang Nan",
        0.91,
    )
    made.add(
        merged,
        "These technologies not only enhance human creative capacity but also offer new forms and "
        "opportunities for creative expression—they should be viewed not merely as challenges but "
        "as valuable tools to foster innovation.",
        0.94,
    )
    stressed = (
        "她强调,在数字化时代背景下,同学们应拥抱变革与创新,善用技术工具和开放资源,"
        "广泛吸收各领域的研究成果,为我所用。"
    )
    expand = (
        "She highlighted the importance of using technology and open resources to expand knowledge "
        "in the digital era."
    )
    made.add(
        stressed,
        expand,
        0.81,
        0.64,
        0.05,
        (
            finding(
                "omission.content",
                "error",
                "Two clauses are not in the English: 拥抱变革与创新 and 广泛吸收各领域的研究成果.",
                stressed,
                "拥抱变革与创新,善用技术工具和开放资源,广泛吸收各领域的研究成果",
            ),
            finding(
                "omission.content",
                "warning",
                "“extensively draw on research from all fields” is not in the English.",
                stressed,
                "广泛吸收各领域的研究成果,为我所用",
            ),
            finding(
                "omission.condensed",
                "note",
                "The English summarises the sentence.",
                side="target",
            ),
            finding(
                "negation.changed",
                "warning",
                "Where the list of things to absorb would stand, nothing is said.",
                expand,
                "expand knowledge",
                "target",
                MISTRANSLATION,
            ),
        ),
    )
    made.add(
        "点击阅读原文查看关于WIPO中国办事处的更多信息。",
        "Click on\N{NO-BREAK SPACE}Read more\N{NO-BREAK SPACE}for more information "
        "about the WIPO Office in China.",
        0.93,
    )
    rights = "本篇文章来源于微信公众号: WIPO中国 ,如有侵权请即使联系进行删除"
    made.add(
        rights,
        "",
        findings=(
            finding(
                "omission.segment",
                "warning",
                "This sentence has no counterpart in the English.",
            ),
        ),
    )
    noise = tuple(
        _noise(text, kind, piece)
        for kind, piece in (
            ("caption", "图:产权组织中国办事处|Photo: WOC"),
            ("repeated title", "\nWIPO中国:激发未来知识产权人才,共筑青年国际胜任力\nWIPO中国"),
        )
    )
    layout = Layout(
        "interleaved",
        "Chinese and English paragraphs alternate: 27 of 29 changes of language are "
        "followed by the translation.",
    )
    reason = "valid UTF-8 with 1,543 characters beyond ASCII"
    return made.alignment(layout, noise, reason), made.judgements, text


def talent() -> Sample:
    """Seed 003, the Chinese block against the English one: 1-3 pairs, missing figures."""
    path = next(SEEDS.glob("003_*"))
    text = path.read_text(encoding="utf-8")
    made = Builder(text, path.stem)
    made.add(
        "中国知识产权人才已增至86万人",
        "China's intellectual property talent increases to 860,000 by the end of 2023",
        0.93,
        0.02,
        0.3,
        (
            finding(
                "number.extra",
                "warning",
                "2023 is not in the Chinese title.",
                "China's intellectual property talent increases to 860,000 by the end of 2023",
                "2023",
                "target",
                MISTRANSLATION,
            ),
        ),
    )
    plan = (
        "中国国家知识产权局人事司司长张志成介绍,《知识产权人才“十四五”规划》部署实施知识产权人才高地"
        "重点人才项目,主动谋划在北京、上海和粤港澳大湾区建设高水平知识产权人才高地,已经在完善顶层设计、"
        "健全人才自主培养体系、促进人才交流合作更加紧密、畅通人才职业发展路径4个方面取得初步成效。"
    )
    made.add(
        plan,
        "Zhang Zhicheng, Director General of the Personnel Department at the CNIPA, introduced "
        'the "14th Five-Year Plan for Intellectual Property Talent", which focuses on key talent '
        "projects in high-level IP talent hubs. / Proactive efforts are being made to build "
        "high-level IP talent hubs in Beijing, Shanghai, and the Guangdong-Hong Kong-Macao Greater "
        "Bay Area. / Initial successes have been achieved in perfecting top-level designs, "
        "improving the autonomous talent training system, promoting closer talent exchange and "
        "cooperation, and facilitating clear career development paths for talent.",
        0.95,
        0.12,
        0.04,
        (
            finding(
                "number.missing",
                "note",
                "4个方面 (four respects) is said only as a list of four things.",
                plan,
                "4个方面",
                mqm=MISTRANSLATION,
            ),
        ),
    )
    patents = (
        "“截至2023年底,北京、上海、广东三地每万人口高价值发明专利拥有量均超过全国平均水平的两倍以上。”"
    )
    made.add(
        patents,
        '"By the end of 2023, Beijing, Shanghai, and Guangdong each had a per capita high-value '
        'invention patent ownership more than double the national average," Zhang stated.',
        0.92,
        0.2,
        0.05,
        (
            finding(
                "number.missing",
                "error",
                "每万人口 (for every 10,000 people) became “per capita”.",
                patents,
                "每万人口",
                mqm=MISTRANSLATION,
                evidence="10000",
            ),
        ),
    )
    made.add("编辑:晏如 责任编辑:吕可珂 审校:冯飞", "")
    noise = (_noise(text, "loading mark", "加载中..."), _noise(text, "share button", "关注"))
    layout = Layout("blocks", "one block of English, then one of Chinese; a title before both")
    return made.alignment(layout, noise, "valid UTF-8"), made.judgements, text


def hostile() -> Sample:
    """Text that tries to be HTML, direction marks, control characters, spans out of range."""
    source = "</mark><script>alert(\"1\")</script> & 'q' "
    source += "\N{RIGHT-TO-LEFT OVERRIDE}反\N{POP DIRECTIONAL FORMATTING} \x07响\ud800"
    target = "<b onmouseover=alert(1)>bold</b> &amp; {{ 7*7 }} 😀\U00020000 e\u0301"
    name = "a<b>&\"c\"#?"
    text = f"{source}\n{target}"
    made = Builder(text, name)
    made.add(
        source,
        target,
        0.4,
        0.5,
        0.5,
        (
            finding("markup.mismatch", "error", "<script> & \"quotes\"", source, "<script>"),
            Finding("user.rule", "note", "past the end", "source", (900, 950), "<i>", "<MQM>"),
            Finding("number.missing", "warning", "put 3 here", "target", (8, 8), "3", OMISSION),
            Finding("format.space", "note", "half out", "target", (40, 900), "", OMISSION),
        ),
    )
    return (
        made.alignment(Layout("interleaved", "two <lines>"), (), "valid \"UTF-8\""),
        made.judgements,
        text,
    )


def monolingual() -> Sample:
    """Chinese alone: nothing to pair."""
    text = "第一句话。\n第二句话。"
    made = Builder(text, "mono")
    made.add("第一句话。", "")
    made.add("第二句话。", "")
    layout = Layout("mono", "all 2 paragraphs are Chinese")
    return made.alignment(layout, (), "valid UTF-8"), made.judgements, text


def _noise(text: str, kind: str, piece: str) -> Noise:
    start = text.index(piece)
    start += len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    end = start + len(stripped)
    return Noise(kind, start, end, stripped, text.count("\n", 0, start) + 1)
