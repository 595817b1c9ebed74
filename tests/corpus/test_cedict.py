from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from corpus.cedict import Cedict, cedict

_DATA = """\
# CC-CEDICT
北京 北京 [Bei3 jing1] /Beijing, capital of the People's Republic of China/
北京人 北京人 [Bei3 jing1 ren2] /Beijing resident/
和平 和平 [He2 ping2] /Heping District of Tianjin/
和平 和平 [he2 ping2] /peace/peaceful/
幾 几 [ji3] /how much/
幾時 几时 [ji3 shi2] /when/
K歌 K歌 [K ge1] /karaoke/
水 水 [Shui3] /surname Shui/
水 水 [shui3] /water/""".encode()


def test_senses_of_all_entries_by_either_writing() -> None:
    made = Cedict(_DATA)
    assert made.senses("和平") == "Heping District of Tianjin/peace/peaceful"
    assert made.senses("幾時") == made.senses("几时") == "when"
    assert made.senses("水") == "surname Shui/water"
    assert [made.senses(word) for word in ("和", "没有", "#", "")] == ["", "", "", ""]


def test_lines_may_end_in_any_way() -> None:
    made = Cedict(_DATA.replace(b"\n", b"\r\n"))
    assert [made.senses(word) for word in ("和平", "水")] == [
        "Heping District of Tianjin/peace/peaceful", "surname Shui/water"
    ]  # fmt: skip


def test_names_are_written_with_a_capital() -> None:
    made = Cedict(_DATA)
    assert made.names("和平") == ["Heping District of Tianjin"]
    assert made.is_common("和平")
    assert not made.is_common("北京")
    assert made.is_name("北京人") and not made.is_name("几时")
    # Latin letters are no name, single characters too often words
    assert made.names("K歌") == made.names("水") == []
    assert made.is_common("K歌")


def test_the_longest_name_by_its_first_two_characters() -> None:
    longest = Cedict(_DATA).longest_names
    assert (longest["北京"], longest["和平"]) == (3, 2)
    assert "几时" not in longest and "北" not in longest


def test_the_first_entry_of_each_name() -> None:
    assert list(Cedict(_DATA).first_names()) == [
        "Beijing, capital of the People's Republic of China",
        "Beijing resident",
        "Heping District of Tianjin",
    ]


def test_the_real_one() -> None:
    assert "patent" in cedict().senses("專利").split("/")
    assert cedict().names("北京") and not cedict().is_common("北京")


def test_threads_that_ask_at_once_get_the_whole_entry() -> None:
    many = "".join(f"和{chr(0x5E74 + place)} 和 [he2] /and/\n" for place in range(5000))
    made = Cedict(f"{many}和平 和平 [he2 ping2] /peace/".encode())
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(made.senses, ["和平"] * 8)) == {"peace"}
