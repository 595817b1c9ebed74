from __future__ import annotations

import pytest

from corpus.errors import InputError
from corpus.html_documents import read_html
from corpus.model import Document
from corpus.reading import document_from_bytes

PAGE = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="{charset}"><title>题</title>
<script>var x = "关注";</script></head><body>
<header><a href="/">新闻网首页</a></header>
<nav><ul><li><a>要闻</a></li><li><a>财经</a></li></ul></nav>
<main><h1>知识产权<em>人才</em>增长</h1>
<p>截至2023年底，
   规模已增长。<br>其中专家四十八名。</p>
<p lang="en">By the end of 2023, the scale <b>had grown</b>.</p>
<p lang="fr">Fin de la page</p>
<p style="display:none">看不见</p>
<aside>相关文章</aside>
<table><tr><td>专利</td><td>patent</td></tr></table></main>
<footer>联系我们</footer></body></html>"""


def read(body: str) -> Document:
    return document_from_bytes(body.encode(), "page.html", "page")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.language, block.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("charset", "reason"),
    [
        ("utf-8", "utf-8: decodes cleanly"),
        ("gb2312", "gb2312: as the page declares"),
        ("gbk", "gbk: as the page declares"),
    ],
)
def test_a_page(charset: str, reason: str) -> None:
    data = PAGE.format(charset=charset).encode(charset)
    document = document_from_bytes(data, "page.html", "page")
    assert blocks(document) == [
        ("zh", "知识产权人才增长"),
        ("zh", "截至2023年底， 规模已增长。"),
        ("zh", "其中专家四十八名。"),
        ("en", "By the end of 2023, the scale had grown."),
        ("other", "Fin de la page"),
        ("zh", "专利"),
        ("en", "patent"),
    ]
    assert [(noise.kind, noise.text) for noise in document.noise] == [
        ("page furniture", text) for text in ["新闻网首页", "要闻", "财经", "相关文章", "联系我们"]
    ]
    assert document.encoding == charset
    assert document.encoding_reason == (
        f"html: {reason}; text of <main>; 1 hidden parts left out"
    )


def test_a_wrong_declaration_does_not_stop_the_reader() -> None:
    data = PAGE.format(charset="utf-8").encode("gb18030")
    document = document_from_bytes(data, "page.html", "page")
    assert document.encoding == "gb18030"
    assert blocks(document)[0] == ("zh", "知识产权人才增长")


def test_without_main_the_whole_page_is_text_but_menus() -> None:
    document = read(
        "<div><a>Home</a> <a>News</a> <a>Contact</a></div><div><p>刘华指出，创新在加速。</p>"
        "<ul><li>第一，专利。<li>第二，商标。</ul></div>"
    )
    assert [text for _, text in blocks(document)] == [
        "刘华指出，创新在加速。", "第一，专利。", "第二，商标。"
    ]
    assert [noise.text for noise in document.noise] == ["Home News Contact"]
    assert "text of the whole page" in document.encoding_reason


def test_lang_is_believed_below_the_root_only() -> None:
    document = read(
        '<html lang="en"><body lang="en"><p>Résumé</p><p lang="fr">Plan</p>'
        '<p lang="en">知识产权</p><p><span lang="zh">中文</span><span lang="en">and</span></p>'
    )
    assert blocks(document) == [
        ("en", "Résumé"), ("other", "Plan"), ("zh", "知识产权"), ("zh", "中文and")
    ]


def test_preformatted_lines_and_ruby() -> None:
    document = read("<pre>白日依山尽\n黄河入海流</pre><p><ruby>拼<rt>pin</rt></ruby>音</p>")
    assert [text for _, text in blocks(document)] == ["白日依山尽", "黄河入海流", "拼音"]


def test_wide_blanks_stay() -> None:
    assert blocks(read("<p>甲\u3000乙&nbsp;丙</p>")) == [("zh", "甲\u3000乙\u00a0丙")]


def test_xhtml_with_an_empty_title() -> None:
    page = (
        '<?xml version="1.0" encoding="gb2312"?><html xmlns="http://www.w3.org/1999/xhtml">'
        "<head><title/></head><body><p>知识产权{}</p></body></html>"
    )
    assert blocks(read(page.format(""))) == [("zh", "知识产权")]
    # &nbsp; is no entity of XML: read as HTML, where an empty title swallows the page
    whole = page.replace("<title/>", "<title></title>").format("&nbsp;局")
    assert blocks(read(whole)) == [("zh", "知识产权\u00a0局")]


def test_nothing_to_read() -> None:
    with pytest.raises(InputError, match="nothing but white space"):
        read("<html><body><script>alert(1)</script></body></html>")
    with pytest.raises(InputError, match="binary"):
        read_html(b"%PDF-1.4", "f.html")


def test_absurd_nesting_is_refused() -> None:
    assert blocks(read("<div>" * 200 + "<p>底部</p>")) == [("zh", "底部")]
    with pytest.raises(InputError, match="nested more than 250 deep"):
        read("<div>" * 3000 + "<p>底部</p>")
