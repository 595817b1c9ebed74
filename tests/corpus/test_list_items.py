from __future__ import annotations

import pytest

from corpus.list_items import lost_item


@pytest.mark.parametrize(
    ("chinese", "english", "item"),
    [
        ("装置包括壳体、滤芯、手压泵和出水管。",
         "The device comprises a housing, a filter and a water outlet pipe.", "手压泵"),
        ("我们面临海平面上升、海洋污染、过度捕捞等挑战。",
         "We face challenges such as rising sea levels and marine pollution.", "过度捕捞"),
        ("超市出售苹果、香蕉、葡萄和西瓜。",
         "The supermarket sells apples, bananas and watermelons.", "葡萄"),
        ("到了镇上，不要错过豆豉、米酒和豆腐。",
         "While in town, don't miss the fermented beans and the tofu.", "米酒"),
        ("他会说英语、法语、德语和西班牙语。", "He speaks English, French and Spanish.", "德语"),
        ("工厂生产水泥、玻璃、陶瓷等建筑材料。",
         "The factory makes cement, ceramics and other building materials.", "玻璃"),
        ("采购呼吸机6台、除颤仪4台、监护仪20台。", "Items: 6 ventilators and 20 monitors.", "除颤仪4台"),
    ],
)
def test_the_item_that_is_left_out(chinese: str, english: str, item: str) -> None:
    found = lost_item(chinese, english)
    assert found is not None
    assert chinese[slice(*found)] == item


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("超市出售苹果、香蕉、葡萄和西瓜。",
         "The supermarket sells apples, bananas, grapes and watermelons."),
        ("女士们、先生们，大家好。", "Ladies and gentlemen, good evening."),
        ("工厂生产水泥、玻璃、陶瓷等建筑材料。",
         "The factory makes cement, glass, ceramics and other building materials."),
        # as long, in other words
        ("沿河建了造纸厂、化工厂、养殖场。", "Paper mills, chemical plants and farms were built there."),
        ("电话、广播、电影等改变了生活。", "The telephone and cinema, among others, changed life."),
        # two are lost: condensed rather than forgotten
        ("超市出售苹果、香蕉、葡萄和西瓜。", "The supermarket sells apples and watermelons."),
        ("会议在北京举行。", "The meeting was held in Beijing and Shanghai."),
        ("苹果、香蕉和葡萄", ""),
    ],
)
def test_a_whole_or_another_list_is_none(chinese: str, english: str) -> None:
    assert lost_item(chinese, english) is None
