"""A short bilingual document that several tests of the commands align."""

#: one sentence pair a line, in the order Chinese, English
PAIRS = [
    (
        "她指出,生成式人工智能与大语言模型等前沿技术是推动创新的重要力量。",
        "She highlighted that frontier technologies such as generative AI and large language"
        " models are powerful drivers of innovation.",
    ),
    (
        "刘华指出,包含专利、商标、版权和工业品外观设计的全球无形资产价值已超过79.4万亿美元。",
        "Ms. Liu highlighted that the global value of intangible assets – encompassing patents,"
        " trademarks, copyrights and industrial designs – has surpassed $97.4 trillion.",
    ),
    (
        "最后,刘华探讨了知识产权保护与创新和公共利益之间的平衡问题。",
        "Finally, Ms. Liu addressed the balance between IP protection, innovation, and public"
        " interest.",
    ),
]

#: paragraphs interleaved; the second pair says 97.4 for 79.4
ARTICLE = "\n\n".join(text for pair in PAIRS for text in pair) + "\n"
