"""English words that carry no wish: articles, politeness, the shop's furniture. Words only."""

from __future__ import annotations

from typing import Final

FILLERS: Final = frozenset(
    """
    a an and are as at be but by can could do does for from get give got has have i i'd i'll i'm
    in into is it it's its just let like look looking make me more my need of on one ones only
    or please same show similar so some something still than that the them then there these they
    thing things this those to too version very want wanted was we what which will wish with
    without would you your instead rather maybe bit little also now but about kind find see
    change changed replace turn keep again any all not no colour color coloured colored sleeve
    sleeves length pattern style fit neck neckline euro euros eur however though yes ok okay hi
    hello thanks thank colours colors colouring coloring different identical exact exactly less
    much lot looks looked should but's prefer love wants need needs needed really quite pretty
    how where item items piece pieces product products desired picture pictured image image's
    up down around both other others mind sure well right nothing else everything am i've you'd
    maybe's hmm oh um uh er well actually since because when while even slightly somewhat
    version's sort shade tone hue material fabric type sleeved front back side over under top's
    better best clothing clothes garment outfit's wear wearing worn way instead's him her she he his fewer out
    made come comes came had having been being did done gonna wanna gotta kinda sorta pls plz maybe
    buy shop shopping search searching show shows shown showing nice good great perfect today wear
    feel feels got getting goes going own new there's here here's let's lets think guess suppose
    actually basically simply possibly perhaps option options version choice choices available
    hoping hope wonder wondering thinking after course sure fine glad happy able any of off nor
    """.split()
)
