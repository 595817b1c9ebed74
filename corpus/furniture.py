"""Lines that belong to the page, not to the article: buttons, credits, copyright, captions.

Every rule judges a whole line. A sentence that merely holds 关注 or 分享 never matches.
"""

from __future__ import annotations

import re
from collections.abc import Callable

#: Buttons and page parts that no article has as a line of its own.
_PHRASES = frozenset(
    """
    媒体滚动 加载中 正在加载 加载更多 查看更多 展开全文 阅读全文 收起全文 点赞 打印 打印本页 打印本文
    字号 大中小 字体 复制链接 分享到 分享至 分享到微信 分享到微博 分享本文 扫一扫 扫码关注 关注我们
    返回顶部 回到顶部 返回列表 上一篇 下一篇 相关阅读 相关新闻 相关链接 延伸阅读 推荐阅读 热门推荐
    猜你喜欢 我要评论 发表评论 网友评论 收藏本文 举报 关闭窗口 关闭 阅读原文 在看 赞赏 听新闻 听全文
    朋友圈 微信好友 微信扫一扫 新浪微博 腾讯微博 责任编辑 语音播报 广告 设为首页 加入收藏 当前位置
    长按二维码关注 识别二维码 微信扫一扫关注该公众号 关注该公众号 微信扫一扫 预览时标签不可点 继续滑动看下一个 轻触阅读原文
    向上滑动看下一个 喜欢此内容的人还喜欢 点击蓝字关注我们 点击上方蓝字关注我们 点击上方蓝字 阅读全文
    图片 点击查看更多 点击展开 收录于合集 素材来源官方媒体/网络新闻
    """.split()
) | frozenset(
    {
        "loading", "share this", "share this article", "share this page", "share on facebook",
        "share on twitter", "share on linkedin", "copy link", "back to top", "related articles",
        "related news", "read more", "load more", "show more", "skip to main content",
        "skip to content", "advertisement", "print this page", "scan the qr code",
        "follow us", "leave a comment", "previous article", "next article", "click to share",
        "image", "facebook", "twitter", "linkedin", "whatsapp", "wechat", "weibo", "a- a+", "a a a",
    }
)
#: Words that are buttons on a page, but may be headings of an article as well: noise only
#: with another button beside them. 关注 stands under 媒体滚动 on Sina's pages.
_WEAK_PHRASES = frozenset(
    "关注 已关注 分享 收藏 评论 转发 订阅 下载 登录 注册 首页 搜索 导航 来源 原创 置顶 更多 推荐 热门".split()
) | frozenset(
    {"share", "print", "follow", "like", "comment", "comments", "subscribe", "tweet", "email",
     "home", "menu", "search", "log in", "sign in", "download", "save", "more", "bookmark"}
)
#: Parts of a bar of buttons beside those: 字号：[大 中 小] 打印 关闭, 分享 收藏 评论.
_SIZES = frozenset({"大", "中", "小", "a", "a+", "a-"})
#: 阅读 1.2万, 评论(3), 12 views
_COUNT = re.compile(
    r"(?:阅读量?|浏览量?|点击量?|播放量?|在看|转发|评论|收藏|分享|喜欢|views?|likes?|shares?)"
    r"\s*[:：(（]?\s*\d[\d.,]*\s*[万kK]?\+?\s*次?[)）]?|\d[\d,]*\s+(?:views|likes|shares)",
    re.IGNORECASE,
)
#: Parts of the bar at the foot of a site: 网站地图 | 联系我们 | 帮助信息.
_SITE_PARTS = frozenset(
    """
    网站地图 联系我们 关于我们 帮助信息 版权声明 法律声明 隐私政策 免责声明 广告服务 人才招聘 网站声明 首页
    友情链接 设为首页 加入收藏 意见反馈 登录 注册 站点地图
    """.split()
) | frozenset({"contact us", "about us", "sitemap", "site map", "privacy policy", "terms of use"})
#: Around a button: dots, arrows, counts. 点赞 12, 评论(0), 加载中..., 阅读 1.2万
_AROUND = re.compile(
    r"""
    [\s.…·•|>»›<«‹↑↓→←:：+＋\[\]【】☆★♡❤👍-]+
  | [(（]?\s*\d+(?:[.,]\d+)?\s*[万kK]?\+?\s*[)）]?\s*$
    """,
    re.VERBOSE,
)

#: Names of sites as they stand over or under an article.
_SITES = frozenset(
    """
    新浪 新浪网 新浪财经 新浪新闻 新浪科技 腾讯 腾讯网 腾讯新闻 腾讯财经 搜狐 搜狐网 搜狐新闻 网易 网易新闻
    网易财经 凤凰网 凤凰财经 人民网 新华网 新华社 中国网 央视网 央视新闻 光明网 中国新闻网 中新网 环球网
    中国日报网 澎湃新闻 界面新闻 财新网 经济日报 中国经济网 东方财富网 今日头条 百家号 微信公众平台 知乎
    中国知识产权资讯网 中国知识产权报 国际在线 参考消息网 观察者网 第一财经 每日经济新闻
    """.split()
) | frozenset({"sina", "sina finance", "xinhuanet", "people's daily online", "chinadaily.com.cn"})

_ROLE = (
    r"(?:(?:责任|责|本文|本期|值班|网络|执行|编译|美术|图文|新媒体|视频|特约|见习|实习)?"
    r"(?:编辑|责编|美编|编审)|审校|校对|责校|审核|审读|监制|统筹|排版|制图|终审|初审|复审|二审|三审"
    r"|文章来源|稿源|编校)"
)
#: Roles that speak in an interview (记者:您好) or have a translation beside them (作者, Author):
#: credits only in the company of one from the list above.
_COMPANION = (
    r"(?:记者|通讯员|作者|译者|撰稿|文字|摄影|图片|供图|供稿|出品|策划|制作|来源|主编|视频"
    r"|编译|翻译)"
)
_NAMES = (
    r"\s*[:：丨|/]\s*[^\s:：。！？;；,，]{1,24}(?:[\s、,，/|丨]+[^\s:：。！？;；,，]{1,12}){0,4}[\s|丨/]*"
)
#: 编辑:晏如 责任编辑:吕可珂 审校:冯飞. One role alone counts as well; a sentence such as
#: 编辑:请在周五前交稿。 does not, it ends with a stop.
_CREDITS = re.compile(
    rf"""
    [(（\[【]?\s*
    (?:{_COMPANION}{_NAMES})*
    {_ROLE}{_NAMES}
    (?:(?:{_ROLE}|{_COMPANION}){_NAMES})*
    [)）\]】]?
  | (?:来源|作者|文|图|供稿|排版)\s*[|丨｜]\s*[^。！？|丨｜a-zA-Z]{{2,24}}  # as WeChat accounts sign
    """,
    re.VERBOSE,
)
_ENGLISH_CREDITS = re.compile(
    r"""
    (?:(?:Executive\s+|Managing\s+|Responsible\s+|Web\s+)?
       (?:Editor|Reporter|Proofreader|Photographer|Reviewed\ by|Edited\ by)s?
       \s*[:：]\s*(?:[A-Z][\w.'’-]*[\s,]*(?:and\s+)?){1,6}[|;]?\s*)+
    """,
    re.VERBOSE,
)

_COPYRIGHT = re.compile(
    r"""
    (?:©|Copyright\s*(?:©|\(c\)|\d{4})|\(c\)\s*\d{4}|版权所有(?![人者权])).{0,160}
  | (?:\S.{0,100}[\s.,;|])?All\ rights\ reserved\.?
  | (?:本(?:篇)?(?:文章?|文|作品|内容|图片)|文章|图片|以上内容).{0,60}
        (?:如有侵权|侵权|侵删).{0,30}(?:删除|联系|处理|告知|侵删)?.{0,30}
  | .{0,80}如有侵权.{0,20}(?:联系|告知|通知|删除).{0,40}
  | (?:(?:凡)?本(?:网|站|刊|报|社|公众号|平台)|凡注明|(?:版权|免责|特别)声明\s*[:：]).{0,200}
        (?:转载|版权|授权|侵权).{0,120}
  | 未经本(?:网|站|刊|报|社|公众号).{0,40}(?:不得|禁止|严禁|谢绝).{0,60}
  | 未经书面.{0,40}(?:不得|禁止|严禁|谢绝).{0,20}(?:转载|摘编|镜像|引用).{0,40}  # no manual's
  | (?:欢迎转载|转载|如需转载)[,，]?(?:请|须|务必)?(?:注明|联系|标明).{0,60}
  | (?:[京沪粤浙苏津渝川鄂湘]?(?:ICP|公网安)[备证].{0,60})
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: A page's time stamp; a date alone is text, its translation stands beside it. So is a date
#: with a clock time in an agenda (2025年3月27日 14:30): the Chinese form needs a word before it
#: or the source behind it.
_STAMP = re.compile(
    r"""
    (?: (?P<said>(?:发布|更新|发表)(?:时间|日期|于)?[:：]?\s*)?
        (?: \d{4}[-./]\d{1,2}[-./]\d{1,2} | (?P<chinese>\d{4}年\d{1,2}月\d{1,2}日) )
        \s*\d{1,2}:\d{2}(?::\d{2})? )
    \s*(?P<tail>(?:来源|阅读|浏览|点击|字号|听新闻|作者)[:：]?.{0,30}|\S{2,8}|)
    """,
    re.VERBOSE,
)

#: The head of a WeChat article: 原创 知产观察 2024-06-03 17:30 北京.
_ACCOUNT_STAMP = re.compile(
    r"[^。！？，,;；:：]{1,40}\s\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?:\s+\S{2,6})?"
)

#: 当前位置：首页 > 新闻中心 > 正文
_TRAIL = re.compile(
    r"""
    (?:您?(?:当前|现在|所在)的?位置|您的位置)\s*[:：]?.{0,80}
  | (?:首页|主页|Home)(?:\s*(?:[>»›]|&gt;|/|-)+\s*[^>»›/。.]{1,20}){1,6}
    """,
    re.VERBOSE,
)

#: - 3 -, 第3页 共10页, Page 3 of 10. A bare number may be the number of a chapter.
_PAGE_NUMBER = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r"|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?",
    re.IGNORECASE,
)

_ORNAMENT = re.compile(r"[-—–―_=*~＊～·•●○◆◇■□☆★▲△▼※#\s]+")

_CREDIT_WORD = (
    r"(?:Photos?|Images?|Pictures?|Illustrations?|Photograph|(?:Photo\ |Image\ )?Credits?"
    r"|图|图片|图源|图片来源|图自|图来源|照片|供图|摄影|资料图片?|视觉中国)"
)
#: (Photo: ZGC Forum), (图:  WOC), [Photo/Xinhua], （图片来源：新华社）, （新华社记者 张三 摄）.
INLINE_CAPTION = re.compile(
    rf"""
    [(（\[【]\s*{_CREDIT_WORD}\s*(?:by|courtesy\ of)?\s*[:：/]\s*[^()（）\[\]【】;；\n]{{1,60}}[)）\]】]
  | [(（\[【]\s*(?:Photo|Image|Picture)s?\s+(?:by|courtesy\ of)\s+[^()（）\[\]【】\n]{{1,60}}[)）\]】]
  | [(（【]\s*[^()（）【】\n。！？]{{0,24}}\s(?:摄|供图|摄影)\s*[)）】]
  | [(（【][^()（）【】\n。！？，]{{0,12}}(?:记者|通讯员)[^()（）【】\n。！？，]{{1,12}}(?:摄|供图|摄影)[)）】]
  | [(（][\u4e00-\u9fff·]{{2,8}}(?:(?<!拍)摄|供图)[)）]     # （莫京娜摄）, not （现场拍摄）
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A credit that fills its line: "Photo: WOC", 图:产权组织中国办事处, 新华社记者 张三 摄.
_CREDIT_LINE = re.compile(
    rf"""
    {_CREDIT_WORD}\s*(?:by|courtesy\ of)?\s*[:：/]\s*[^。！？.!?|｜\n]{{1,40}}
  | (?:Photo|Image|Picture)s?\s+(?:by|courtesy\ of)\s+[^。！？!?|｜\n]{{1,60}}
  | \S{{0,12}}(?:记者|通讯员)\s*\S{{1,12}}\s*(?:摄|供图|摄影)
  | [^，,。！？\s]{{2,16}}供图
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: Lines at the top and bottom of a document in which a bare site name is furniture.
EDGE_LINES = 6


def is_button(line: str) -> bool:
    """A button or a part of the page, alone on its line: 点赞 12, 加载中..., Share this page."""
    if _bare(line) in _PHRASES or len(line) <= 40 and _COUNT.fullmatch(line):
        return True
    return len(line) <= 120 and (_is_button_bar(line) or _is_site_bar(line))


def _is_button_bar(line: str) -> bool:
    """Several buttons in a row; two words alone may be a heading: 评论 分享."""
    words = [word.casefold() for word in re.split(r"[\s|:：\[\]()【】/]+", line) if word]
    known = [word in _PHRASES or word in _WEAK_PHRASES or word in _SIZES for word in words]
    return len(words) >= 3 and all(known)


def _is_site_bar(line: str) -> bool:
    """Links in a row at the foot of a site, most of them known."""
    parts = [part.strip().casefold() for part in re.split(r"[|｜丨]", line)]
    known = sum(part in _SITE_PARTS for part in parts)
    return len(parts) >= 2 and known * 2 > len(parts)


def is_weak_button(line: str) -> bool:
    """A word that is furniture only beside other furniture: 关注, 分享, Share."""
    return _bare(line) in _WEAK_PHRASES


def _bare(line: str) -> str:
    if len(line) > 40:
        return ""
    bare = _AROUND.sub(" ", line)
    return "".join(bare.split()) if not bare.isascii() else " ".join(bare.lower().split())


def is_site_name(line: str) -> bool:
    """The name of a news site; furniture at the edges of a document."""
    return line.casefold().strip(" -_|>»") in _SITES


def is_credits(line: str) -> bool:
    """Who edited and proofread: 编辑:晏如 责任编辑:吕可珂 审校:冯飞."""
    return len(line) <= 160 and bool(
        _CREDITS.fullmatch(line) or _ENGLISH_CREDITS.fullmatch(line)
    )


def is_copyright(line: str) -> bool:
    """The rights notice of a site or platform.

    A sentence of an article on copyright is none: "Copyright protects…", 未经许可不得复制他人作品。
    """
    return len(line) <= 400 and _COPYRIGHT.fullmatch(line) is not None


def is_stamp(line: str) -> bool:
    """Date and clock time of publication: 2024-05-20 10:23 来源：新华网."""
    found = _STAMP.fullmatch(line) if len(line) <= 80 else None
    if found is None:
        return len(line) <= 80 and _ACCOUNT_STAMP.fullmatch(line) is not None
    tail = found["tail"]
    known = not tail or len(tail) > 2 and ("：" in tail or ":" in tail) or is_site_name(tail)
    return known and bool(found["said"] or tail or not found["chinese"])


def is_trail(line: str) -> bool:
    """Where the page lies in its site: 当前位置：首页 > 新闻 > 正文."""
    return len(line) <= 120 and _TRAIL.fullmatch(line) is not None


def is_ornament(line: str) -> bool:
    """A line of dashes, stars or bullets. An ellipsis is text: somebody says nothing."""
    return len(line) <= 200 and _ORNAMENT.fullmatch(line) is not None


def is_page_number(line: str) -> bool:
    """A page number alone on its line."""
    return len(line) <= 30 and _PAGE_NUMBER.fullmatch(line) is not None


def is_credit_line(line: str) -> bool:
    """The credit of a photograph, alone on its line."""
    return len(line) <= 80 and _CREDIT_LINE.fullmatch(line) is not None


#: Whole-line rules in the order they are asked, with the kind of noise they give.
RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("copyright", is_copyright),
    ("page furniture", is_button),
    ("page furniture", is_stamp),
    ("page furniture", is_trail),
    ("page number", is_page_number),
    ("ornament", is_ornament),
    ("credits", is_credits),
)


def kind_of(line: str) -> str:
    """The kind of noise a line is, or "" for text."""
    return next((kind for kind, matches in RULES if matches(line)), "")
