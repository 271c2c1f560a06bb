"""English words that look like the shop's words and are none: never read as misspellings. Words only."""

from __future__ import annotations

from typing import Final

COMMON: Final = frozenset(
    """
    tiers covering staring park parks stays puffier puffy deeply sequence sequins cover tier stare stay
    cats part theme lined card outfits ross pint fist loner wresting pieced parts cards stars
    abort aims angle angles animals arcs backless backspace backtrack bake bands bares base
    basketball bass beachy bell bellow bend bike billow bind blacks bland blank bleach blinking
    blocks blossoms blousey blousy blow blowfish blueish boat boats boobies book books boop
    booth border boss bottom bows bowtie boyfriends brand brody brow browser browsers brush
    buggy bugs bullet call calm cape caped cardinal cars cartoons cartoony causal chance charge
    chat cheat chickens chin chop chord chose circulant class classifier clone clover clue coco
    collapse collapsed collator colon colons compared converted cool core cores cost costs count
    crap creamy crows dads deal decay deer denies designed designer designs died dies difference
    differently differing doesn doll dressed dressing drown dual effects electrical elephant
    emery even events ever explored exported expose exposes expressive extensive faces fact fail
    fake falls feathered feathers feathery feet fighting figures filler finds fine flaired flare
    flex flighty float floating floats flock flow flush following font ford fore forecast
    forests fork format formatting forms frat freed frees fresh frog fully gave gayer geometry
    gets giraffes girly given gives golder golf good grab grad gram grams greed greek greet
    gross grown halo halt hands handy hang hard heal hits hold holds hook hooks hues huge imaged
    info intended intro jumped keeps kill kinds king knew knot label labels lacked lacks land
    large late legs leonardo letter lettered lies lightest link links lint lives load loader
    loaders lock locking logger logging longed looks loop looping lord love lowers mail makes
    manly maple marines mark marked materials means menu messages metallica midrift minim miss
    mixer mixes mocks mode monkey mono moroe most moth move mult multiples multiplied multiplier
    multiplies multiply narrowed nautica necklace needs nerd neural nick node normally normals
    opens optim overcome overlap overlaps overloads overly packet page paid painting pajama palm
    paper para parse parses partials partly past paste pasted pastes patch peace peachy penciled
    peter pick picks pictured pimps pine ping pinky pins plan planning plant plants plug plume
    plus point pointer pointers pointing points polls pool pools powdery power prime prince
    printer pulls pulse puma punk puppy reader reads redefined redo refine refines regularly
    related released reloaded render replaced replaces rest retained robe roles rollback room
    rope rounder rounding rounds said sample saturate saving scoped screens seasonal send shader
    shared shares shear sheen sheep sheet shells shim shine ship shirty shorten shouldered shown
    showy sided sides silly similarly simpler simplest simply singleton sink size sizes skipping
    skulls slack slap slated slave slices slider slighter slimmed slots slows smallest smoothing
    snapping snoop snowy sold sole solver speaker speakers spell stacks stage stale stand
    standards start starting state staying stepping stones stopping store storing straighter
    stride strides strikes strings strong styled styles subtitle subtler subtly suite suits
    summary summed supports suppress suppresses swapping swear sweaty sweet sweeter symmetry
    syntactic tail talks tang tape taps task tasks technically term test texts thats thighs
    thought thus tick tigers tiled timed timer tips tired tony toped torn tough trace tracker
    tracking tracks trailer trailing trained transparency transparently tree trees trial tried
    truck tuned turns turtles twin tying unpinned vary versioned versions vertically vertices
    violent voice waited waiter waiting waits wall wants warn wars weak weathers well went while
    width wild wind wing winner wins withe wont working world worlds worn worry wraps write
    writer writes writings years yellower
    """.split()
)
