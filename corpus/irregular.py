"""Irregular forms of English verbs: what a stemmer cannot bring together."""

from __future__ import annotations

#: base form, then its irregular forms
_TABLE = """
arise arose arisen; be was were been is are am; bear bore borne born; beat beaten; become became;
begin began begun; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke
broken; breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose
chosen; cling clung; come came; creep crept; deal dealt; die dead dying; dig dug; do did done does;
draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell
fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade
forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten;
give gave given; go went gone; grind ground; grow grew grown; hang hung; have had has; hear heard;
hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; learn
learnt; leave left; lend lent; lie lay lain lying; light lit; lose lost; make made; mean meant; meet
met; overcome overcame; pay paid; prove proven; ride rode ridden; ring rang rung; rise rose risen;
run ran; say said; see saw seen; seek sought; sell sold; send sent; shake shook shaken; shine shone;
shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept;
speak spoke spoken; spend spent; stand stood; steal stole stolen; stick stuck; strike struck;
swear swore sworn; sweep swept; swim swam swum; take took taken; teach taught; tear tore torn; tell
told; think thought; throw threw thrown; undergo underwent undergone; understand understood;
undertake undertook undertaken; wake woke woken; wear wore worn; weep wept; win won; withdraw
withdrew withdrawn; write wrote written; child children; man men; woman women; foot feet; life
lives; good better best; bad worse worst
"""
_BASES = {
    form: words[0]
    for entry in _TABLE.split(";")
    for words in (entry.split(),)
    for form in words[1:]
}


def base_form(word: str) -> str:
    """The base of an irregular form in lower case, or the word itself: held is hold."""
    return _BASES.get(word, word)
