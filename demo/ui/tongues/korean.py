"""The words of the page in Korean, and what other rooms say in English. Knows no layout."""

from __future__ import annotations

NAME = "Otherwise"
PROMISE = "거의 마음에 드는 한 벌에서."
HOW = "무엇이 달라야 하는지 말해 주세요. 다른 색, 더 긴 소매, 더 낮은 가격."
SEARCH = "예: 빨간 여름 원피스 60유로 이하"
SEARCH_LABEL = "매장 검색"
PHOTO = "사진으로 찾기"
SAY = "무엇이 달라야 하나요"
ALMOST = "거의 맞나요?"
SEND = "보내기"
SIMILAR = "비슷한 상품"
ANSWER = "원하시는 상품"
CLOSEST = "가장 가까운 상품"
OWN_PHOTO = "내 사진"
OWN_PHOTO_NOTE = "링크에는 읽어 낸 특징만 담기고 사진은 담기지 않습니다."
SHOW_MORE = "더 보기"
EVERYTHING = "전체 보기"
UNDO = "되돌리기"
REDO = "다시 실행"
EDIT = "고치기"
EDITING = "다시 말하거나,"
KEEP = "그대로 두기"
WAYS = "조건 풀기"
REMOVE = "빼기"
START_OVER = "처음부터"
ABOUT = "이 상품 정보"
SO_FAR = "지금까지의 대화"
COPY = "링크 복사"
ALL = "전체"
EVERYONE = "모두"
BUY = "쇼핑몰에서 보기"
NOTHING = "맞는 상품이 없습니다."
WAITING = "매장을 여는 중입니다. 몇 초 안에 답해 드립니다."
SORRY = "잘되지 않았습니다. 다시 시도해 주세요. 계속되면 처음부터 시작해 주세요."
FULL = "지금 손님이 많습니다. 몇 초 뒤에 다시 시도해 주세요."
TOO_FAST = "한 번에 너무 많은 요청이 있었습니다. 몇 초만 기다려 주세요."
TOO_LARGE = "너무 커서 보낼 수 없습니다. 더 작은 사진을 골라 주세요."
EMPTY_SEARCH = "찾는 것을 입력해 주세요. 예: “빨간 여름 원피스 60유로 이하”"
PHOTO_GONE = "사진이 도착하지 않았습니다. 다시 골라 주세요."
WHY = "왜 이 상품인가요?"
LOOKED = "말이 바라본 곳"
AS_ASKED = "원하신 대로"
NOT_AS_ASKED = "원하신 것과 다른 점"
STAYED = "그대로인 점"
ALSO_CHANGED = "그 밖에 다른 점"
NOT_SAID = "정보 없음"
CLOSE = "닫기"
LOOKS = "코디 완성"
LOOKS_AROUND = "이 상품으로 만든 세 가지 코디"
LOOK_AROUND = "이 상품으로 만든 코디"
LOOKS_WITH = "코디 완성:"
LOOK_PIECES = "이 코디의 상품"
OTHER_LOOKS = "이 상품의 다른 코디"
BACK_TO_TALK = "대화로 돌아가기"
LIMITS = "말씀하신 조건을 지킵니다:"
EACH = "(한 점당)"
YOURS = "고른 상품"
LOCK = "유지"
SWAP = "바꾸기"
LAST_OF_ITS_KIND = "맞는 다른 상품이 없습니다"
ADD = "추가:"
STEPS = {"casual": "더 캐주얼하게", "formal": "더 격식 있게", "cheaper": "더 저렴하게"}
STEPS_NOTE = "유지한 상품은 그대로 둡니다."
ANOTHER = "다른 날, 다른 예산"
ANY_OCCASION = "언제나"
OCCASION_NAMES = {
    "active": "운동", "weekend": "주말", "city": "시내", "office": "사무실", "evening": "저녁 외출",
    "wedding-guest": "결혼식", "holiday": "휴가", "winter-outdoors": "겨울 야외",
}  # fmt: skip
BUDGET = "전체 예산"
ANY_BUDGET = "제한 없음"
OVER_BUDGET = "예산 초과"
SAVE = "그림 저장"
SLOT_NAMES = {
    "top": "상의", "layer": "겉옷", "bottom": "하의", "dress": "원피스", "shoes": "신발",
    "bag": "가방", "hat": "모자", "": "상품",
}  # fmt: skip
ADD_NAMES = {
    "top": "상의", "layer": "겉옷", "bottom": "바지나 치마", "dress": "원피스", "shoes": "신발",
    "bag": "가방", "hat": "모자",
}  # fmt: skip
SORT_NAMES = {"likeness": "추천순", "price up": "낮은 가격순", "price down": "높은 가격순"}
OWN_ORDER = "매장 추천"
GENDER_NAMES = {"women": "여성", "men": "남성", "unisex": "공용"}

# What names parts of the page for those who hear it.
SORT_BY = "정렬"
UNDERSTOOD = "이해한 내용"
SUGGESTIONS = "제안"
CATEGORIES = "카테고리"
FOR_WHOM = "대상"
COLOUR = "색상"
OCCASION = "상황"
WHOLE_LOOK = "코디 전체"
LAID_OUT = "함께 놓은 모습: {}"
LOOKS_WITH_ITEM = "코디 {}개: {}"
COPIED = "복사했습니다"
SHOWN = "{} 표시 중."
THIS_ONE = "{}, 표시 중"
IN_COLOUR = "{} ({})"
LOOKED_AT = "“{}”이(가) 바라본 곳: {}"
LOOKED_MOSTLY = "“{}”이(가) 주로 바라본 곳: {}"
INSTEAD_OF = "{} (원래 {})"

# Counts and lists.
ONE_PIECE = "1개"
PIECES = "{}개"
COMMA = ", "
EITHER = " 또는 "
MORE_VALUES = "{} 외 {}개"
WITHOUT = "“{}” 빼기"
COLON = ": "
STOP_AND = ". "

# Languages and the way to them.
LANGUAGE = "언어"
LANGUAGE_NAME = "한국어"

# The tour on a first visit.
TOUR_TITLE = "처음이신가요?"
TOUR = (
    "진열대에서 거의 마음에 드는 상품을 고르세요.",
    "무엇이 달라야 하는지 편하게 말해 주세요. “더 어둡게, 긴소매로”처럼요.",
    "이해한 말은 아래에 표시됩니다. ×로 뺄 수 있습니다.",
    "그 상품으로 코디를 완성하고 입어 보세요.",
)
TOUR_DONE = "다시 보지 않기"

# Stories for the person who presents.
STORY = "이야기"
STORY_STEP = "{} / {}"
STORY_NEXT = "다음"
STORY_KEYS = "다음: → 또는 n"
STORY_LEAVE = "이야기 끝내기"
STORY_BACK = "뒤로"
STORY_END = "끝."
STORY_LINES = {
    "mara": (
        "마라는 사무실에서 입을 재킷이 필요합니다.",
        "겉옷 진열대에서 시작합니다.",
        "남색 블레이저가 거의 맞습니다.",
        "와인색이면 더 좋겠습니다.",
        "더 캐주얼하게, 150유로 이하로.",
        "이것으로 정했습니다.",
        "사무실에서는 무엇을 맞춰 입을까요? 세 가지 코디를 바로 만듭니다.",
        "코디 하나를 엽니다. 상품마다 바꿀 수 있습니다.",
        "입으면 어떻게 보일까요?",
    ),
    "jonas": (
        "요나스는 달리기를 하고 후드티를 찾습니다.",
        "무엇을 왜 원하는지 말합니다.",
        "첫 번째가 거의 맞습니다.",
        "더 어둡게, 지퍼가 있어야 합니다.",
        "이건 아닙니다: 매장은 그 상품을 빼고 멀어집니다.",
        "검은색 말고, 60유로 이하.",
        "헬스장에서는 무엇과 입을까요?",
        "코디 하나를 엽니다.",
        "전부 입어 봅니다.",
    ),
    "yuki": (
        "유키는 일본어로 원피스를 찾습니다.",
        "“빨간 원피스”라고 말합니다.",
        "첫 번째, 하지만…",
        "더 길게.",
        "꽃무늬로.",
        "150유로 이하: 조건이라서 넘는 것은 나오지 않습니다.",
        "나머지 코디.",
    ),
    "minjun": (
        "민준은 한국어를 쓰고 무난한 옷을 좋아합니다.",
        "무지 흰 티셔츠, 하지만…",
        "긴소매로.",
        "남색으로: 소매는 그대로 깁니다.",
        "줄무늬.",
        "이 가운데 가장 좋은 것.",
        "입은 모습입니다.",
    ),
    "amira": (
        "아미라는 긴 원피스를 찾습니다.",
        "자기 말로 말합니다.",
        "동물무늬 없이 검은색: 조건과 바람이 더해집니다.",
        "이것.",
        "무지로, 조금 더 저렴하게.",
        "들고 있는 원피스로 만든 코디.",
        "그중 하나를 엽니다.",
    ),
    "lea": (
        "레아는 돈이 적고 마음이 자주 바뀝니다.",
        "반바지 진열대에서 시작합니다.",
        "파란 데님 반바지.",
        "아니면 치마? 데님은 그대로입니다.",
        "주름치마, 남색으로.",
        "60유로 이하.",
        "이건 아닙니다: 다른 것은요?",
    ),
}

# The panel for the person who presents.
PANEL = "페이지의 뒷면"
PANEL_CLOSE = "패널 숨기기"
PANEL_RESET = "페이지 초기화"
PANEL_TIMES = "걸린 시간"
PANEL_TOTAL = "합계"
PANEL_NETWORKS = "네트워크와 색인"
INDEX = "색인"
ENCODER = "인코더"
NETWORK = "합성 네트워크"
PARAMETERS = "매개변수 {}M"
PANEL_METHOD = "방식"
PANEL_SCORES = "상품별 점수의 구성"
PANEL_NO_SCORES = "상품에 대해 말하면 점수의 구성이 여기에 나옵니다."
PANEL_HEAT = "말이 바라본 곳은 각 상품의 “왜 이 상품인가요?”에서 볼 수 있습니다."
METHODS = {
    "": "기본", "val": "VAL", "lbf": "LBF", "tirg": "TIRG", "shift": "이동", "text": "말만",
}  # fmt: skip
METHOD_NOTES = {
    "": "네트워크와 이동을 함께 쓰고 상품표도 씁니다.",
    "val": "VAL만, 상품표 없이.",
    "lbf": "LBF만, 상품표 없이.",
    "tirg": "TIRG만, 상품표 없이.",
    "shift": "말의 차이를 사진 벡터에 더할 뿐, 세 쌍 학습도 상품표도 없습니다.",
    "text": "말만 쓰고, 들고 있는 상품의 모습은 보지 않습니다.",
}  # fmt: skip
METHOD_MISSING = "{}이(가) 없습니다. 학습 명령: {}"
METHOD_WAITING = "{}이(가) 상품을 보는 중입니다: {} / {}장. 그때까지는 기본 답입니다."
STAGES = {
    "check": "확인", "understand": "이해", "encode": "부호화", "compose": "합성", "filter": "거르기",
    "search": "검색", "rank": "순위", "explain": "설명", "render": "그리기", "browse": "진열",
}  # fmt: skip
SCORE_PARTS = {
    "likeness": "가까움", "network": "네트워크", "shift": "이동", "asked": "요청", "together": "모두 일치",
    "kept": "유지", "grades": "정도", "guessed": "추측", "named": "상품명", "refused": "취향 아님",
}  # fmt: skip

# The fitting room.
FITTING = "피팅룸"
FITTING_ON = "입어 보기"
FITTING_WHO = "입는 사람"
FITTING_FIGURE = "{name}: {body}, {skin} 피부, {pose}"
FITTING_BODIES = {"slim": "마른 체형", "regular": "보통 체형", "full": "넉넉한 체형"}
FITTING_SKINS = {
    "fair": "아주 밝은",
    "light": "밝은",
    "tan": "구릿빛",
    "brown": "갈색",
    "deep": "짙은",
}
FITTING_POSES = {
    "arms at the side": "팔을 내린 자세", "hand on hip": "손을 허리에", "walking": "걷는 자세",
    "arm across the body": "팔을 몸 앞에",
}  # fmt: skip
FITTING_SELF = "사진 속의 나"
FITTING_UPLOAD = "내 사진 쓰기"
FITTING_CAMERA = "카메라 쓰기"
FITTING_PRIVACY = "사진은 이 방문 동안, 마지막으로 쓴 뒤 20분만 메모리에 있고 저장되지 않습니다."
FITTING_EXAMPLE = "좋은 사진: 한 사람, 정면, 머리부터 발까지, 팔을 몸에서 조금 떼고"
FITTING_GONE = "사진을 잊었습니다. 직접 입어 보려면 다시 골라 주세요."
FITTING_SHARED = (
    "링크에는 사진이 담기지 않아 모델이 입고 있습니다. 직접 입어 보려면 사진을 골라 주세요."
)
FITTING_WORN = "지금 입은 것"
FITTING_NOTHING = "아직 없습니다. 아래나 진열대에서 골라 주세요."
FITTING_BEYOND = "이 사진에 없음"
FITTING_BEYOND_NOTE = (
    "사진에 나오지 않는 것은 뺍니다. 머리부터 발까지 나온 사진이면 모두 볼 수 있습니다."
)
FITTING_OFF = "같은 종류는 한 번에 하나만 입습니다. 벗은 것: {pieces}."
FITTING_IN = "{title} ({colour})"
FITTING_SHOWN = "{colour}, 입는 중"
FITTING_TUCKED = "넣어 입기"
FITTING_RECOLOUR = "입은 옷에 원단만"
FITTING_FROM_BAG = "가방에서"
FITTING_GOES_WITH = "어울리는 것"
FITTING_BEFORE = "전"
FITTING_PARSE = "무엇이 어디에"
FITTING_CLASSES = ("머리카락", "얼굴과 목", "팔", "다리", "상의", "하의", "신발", "기타")
FITTING_BACKEND = "그리는 방식"
FITTING_BACKENDS = {"warp": "빠르게", "diffusion": "사진처럼"}
FITTING_FREE = "GPU 메모리 돌려주기"
FITTING_STAGES = {
    "parse": "사진에서 찾는 중", "warp": "옷을 맞추는 중", "undress": "자리를 비우는 중", "lay on": "입히는 중",
    "photograph": "사진을 그리는 중",
}  # fmt: skip
FITTING_ALT = "{pieces}을(를) 입은 {person}."
FITTING_ALT_BARE = "{person}, 아직 입지 않음."

# What components of the page say by themselves.
COMPONENTS = {
    "search": SEARCH, "label": SEARCH_LABEL, "say": SAY, "send": SEND, "photo": PHOTO,
    "self": FITTING_UPLOAD, "camera": FITTING_CAMERA, "fitting": FITTING,
}  # fmt: skip
SIGNS = {"EUR": "€", "USD": "US$", "GBP": "£", "JPY": "JP¥"}

SENTENCES = {
    # errors and limits
    "Type what you are looking for, for example “red summer dress under 60”.": EMPTY_SEARCH,
    "The upload did not arrive. Please choose the picture once more.": PHOTO_GONE,
    "Say what should be different, for example “in green”.": "무엇이 달라야 하는지 말해 주세요. 예: “초록색으로”",
    "That message has {} characters; please say it in at most {}.": "메시지가 {}자입니다. {}자 이내로 말해 주세요.",
    "This conversation is very long. Undo a turn or start over.": "대화가 아주 길어졌습니다. 하나를 되돌리거나 처음부터 시작해 주세요.",
    "That turn is not there any more. Say it anew, please.": "그 말은 더 이상 없습니다. 다시 말해 주세요.",
    "This conversation is too long to be read. Start a new one.": "대화가 너무 길어 읽을 수 없습니다. 새로 시작해 주세요.",
    "This link cannot be read any more. Start again from the shop's shelves.": "이 링크는 더 이상 읽을 수 없습니다. 진열대에서 다시 시작해 주세요.",
    "This link is too long to be read. Start from the shop's shelves.": "링크가 너무 길어 읽을 수 없습니다. 진열대에서 시작해 주세요.",
    "This photo belongs to another shop. Upload it again, please.": "다른 매장의 사진입니다. 다시 올려 주세요.",
    "This shop has no item {}. Pick one from its shelves.": "이 매장에 {} 상품이 없습니다. 진열대에서 골라 주세요.",
    "Prices here are in {}. Name the amount in {}, please.": "가격은 {}입니다. 금액을 {}로 말해 주세요.",
    "{} is not a picture that can be read. Use a JPEG, PNG or WebP file that opens in a viewer.": "{}은(는) 읽을 수 있는 그림이 아닙니다. JPEG, PNG, WebP 파일을 쓰세요.",
    "The picture {} is {} MB; at most {} MB can be read. Save it smaller.": "그림 {}은(는) {}MB입니다. {}MB 이하로 줄여 주세요.",
    "The picture {} has {} pixels; at most {} million can be read. Save it smaller.": "그림 {}은(는) {}픽셀입니다. {}백만 픽셀 이하로 줄여 주세요.",
    "The picture {} has only {} pixels. Use a larger one.": "그림 {}은(는) {}픽셀뿐입니다. 더 큰 것을 쓰세요.",
    "There is nothing in {} on this shelf. Pick another colour.": "이 진열대에 {} 상품이 없습니다. 다른 색을 골라 주세요.",
    "Nothing fits all of these limits together. Take some of them back.": "모든 조건에 맞는 상품이 없습니다. 일부를 빼 주세요.",
    "Nothing fits all of these limits. Without {} there would be {}.": "모든 조건에 맞는 상품이 없습니다. {}을(를) 빼면 {} 있습니다.",
    "Nothing fits {}. Without it there would be {}.": "{}에 맞는 상품이 없습니다. 빼면 {} 있습니다.",
    "the limit to {}": "“{}” 조건",
    "the highest price": "최고 가격",
    "the lowest price": "최저 가격",
    "1 product": "1개",
    "{} products": "{}개",
    # answers and chips
    "There is nothing to point at yet.": "아직 가리킬 상품이 없습니다.",
    "There is only 1 piece to point at.": "가리킬 수 있는 상품은 1개뿐입니다.",
    "There are only {} pieces to point at.": "가리킬 수 있는 상품은 {}개뿐입니다.",
    "“{}” is not a word of this shop, so that part is a guess.": "“{}”은(는) 이 가게에 없는 말이라 짐작해서 찾았습니다.",
    "“{}” is not a word of this shop; it was taken for {}.": "“{}”은(는) 이 가게에 없는 말이라 {}(으)로 생각했습니다.",
    "Nothing here is all of this: {}. These come closest.": "모든 조건에 맞는 상품은 없습니다({}). 가장 가까운 것을 보여 드립니다.",
    "Among the {} nothing is all of this: {}. Other things are.": "{} 중에는 모두 맞는 것({})이 없어 다른 상품을 보여 드립니다.",
    "only {}": "{}만",
    "like {}": "{} 같은",
    "not {}": "{} 제외",
    "no {}": "{} 없이",
    "same {}": "같은 {}",
    "up to {}": "{} 이하",
    "from {}": "{} 이상",
    "under {}": "{} 미만",
    "for {}": "{}용",
    "in {}": "{}로",
    "with {}": "{}",
    "without {}": "{} 빼기",
    # why a product is there
    "There is no picture that your words could have looked at: you started without an item.": "상품 없이 시작해서 말이 바라볼 사진이 없습니다.",
    "Of your photo the shop keeps what it saw, not the picture, so no word can look at it again.": "매장은 사진의 특징만 기억하므로 말이 바라본 곳을 보여 줄 수 없습니다.",
    "Where your words looked is not known: this encoder has no network that tells.": "이 인코더에는 말이 바라본 곳을 알려 줄 네트워크가 없습니다.",
    "Nothing that you said is about what the picture shows.": "사진에 보이는 것에 대한 말이 없었습니다.",
    "all over the picture": "사진 전체",
    "at {}": "{}",
    "the centre": "가운데",
    "the top": "위쪽",
    "the middle": "중간",
    "the bottom": "아래쪽",
    "the whole {}": "{} 전체",
    "the {} top": "위쪽 {}",
    "the {} middle": "중간 {}",
    "the {} bottom": "아래쪽 {}",
    "left": "왼쪽",
    "right": "오른쪽",
    "centre": "가운데",
    "top": "위쪽",
    "middle": "중간",
    "bottom": "아래쪽",
    # looks
    "{}; {}, for {} in {}.": "{}. {}. {}, {}에.",
    "{}; {}, for {}.": "{}. {}. {}에.",
    "{}, for {} in {}.": "{}. {}, {}에.",
    "{}, for {}.": "{}. {}에.",
    "{} as the one accent on {}": "{1}에 {0}을(를) 하나의 포인트로",
    "{} with {}: {}": "{}와(과) {}: {}",
    "one colour, tone on tone": "한 가지 색의 농담",
    "quiet neutrals": "차분한 무채색",
    "warm earth tones": "따뜻한 어스 톤",
    "one colour on quiet neutrals": "무채색에 한 가지 색",
    "a print of many colours on quiet neutrals": "무채색에 여러 색 무늬",
    "two colours in harmony": "어울리는 두 가지 색",
    "a mix of colours": "여러 가지 색",
    "many colours": "여러 색",
    "sporty": "스포티",
    "casual": "캐주얼",
    "smart casual": "스마트 캐주얼",
    "dressed up": "차려입은 느낌",
    "formal": "정장풍",
    "warm days": "따뜻한 날",
    "mild spring days": "온화한 봄날",
    "cool autumn days": "서늘한 가을날",
    "the cold": "추운 날",
    "most seasons": "거의 사계절",
    "the gym and the running track": "헬스장과 달리기",
    "an easy weekend": "편안한 주말",
    "a day in town": "시내에서의 하루",
    "the office": "사무실",
    "an evening out": "저녁 외출",
    "a wedding": "결혼식",
    "the beach and the terrace": "해변과 테라스",
    "a cold day outdoors": "추운 날의 야외",
    "This look does not get {}. {}, or choose another occasion.": "이 코디는 더 {} 되지 않습니다. {}. 또는 다른 상황을 골라 주세요.",
    "This look does not get {}. {}.": "이 코디는 더 {} 되지 않습니다. {}.",
    "more formal": "격식 있게",
    "more casual": "캐주얼하게",
    "cheaper": "저렴하게",
    "Keep less of it": "유지한 상품을 줄여 주세요",
    "Start from another piece": "다른 상품에서 시작해 주세요",
    "“{}” is not made for {}. Choose another occasion.": "“{}”은(는) {}에 맞지 않습니다. 다른 상황을 골라 주세요.",
    "{} Let go of one of the items that you keep.": "{} 유지한 상품 하나를 놓아 주세요.",
    "Nothing in this shop makes a look with “{}”. Start from another item.": "이 매장에는 “{}”와(과) 어울릴 상품이 없습니다. 다른 상품에서 시작해 주세요.",
    "The shop cannot tell where “{}” is worn; choose a garment, shoes, a bag or a hat to start from.": "“{}”을(를) 어디에 입는지 알 수 없습니다. 옷, 신발, 가방, 모자에서 시작해 주세요.",
    "No whole look fits {}. Raise the budget.": "{}에 맞는 코디가 없습니다. 예산을 올려 주세요.",
    "Nothing else fits. Take back what you swapped away.": "맞는 다른 상품이 없습니다. 바꾼 것을 되돌려 주세요.",
    "Nothing fits with what you said in the conversation. Take some of it back.": "말씀하신 조건에 맞는 것이 없습니다. 일부를 빼 주세요.",
    "Nothing here makes “{}” right for {}. Choose another occasion.": "“{}”을(를) {}에 맞출 수 없습니다. 다른 상황을 골라 주세요.",
    "Nothing goes with all that you keep. Let go of one item.": "유지한 상품 모두에 어울리는 것이 없습니다. 하나를 놓아 주세요.",
    "It does not get dressier. Take that step back.": "더 격식 있게 되지 않습니다. 한 단계 되돌려 주세요.",
    "It does not get more casual. Take that step back.": "더 캐주얼하게 되지 않습니다. 한 단계 되돌려 주세요.",
    "It does not get cheaper. Take that step back.": "더 저렴해지지 않습니다. 한 단계 되돌려 주세요.",
    # photos of people
    "Nobody can be made out in this photo; take one of a single person from the front, head included, in good light.": "사진에서 사람을 찾을 수 없습니다. 밝은 곳에서 머리까지 나온 한 사람의 정면 사진을 쓰세요.",
    "There are {} people in this photo; take one that shows you alone, or cut the others off.": "사진에 {}명이 있습니다. 혼자 나온 사진을 쓰거나 다른 사람을 잘라 내세요.",
    "The person in this photo is too small; come closer, so that you fill most of the picture.": "사람이 너무 작습니다. 화면을 거의 채우도록 가까이 오세요.",
    "The person in this photo is seen {}; take one that faces the camera, arms a little away from the body.": "{} 찍혔습니다. 카메라를 마주 보고 팔을 몸에서 조금 떼어 주세요.",
    "from behind or from the side": "뒤나 옆에서",
    "from the side": "옆에서",
    "The shoulders are cut off; step back until both are in the picture.": "어깨가 잘렸습니다. 두 어깨가 나오도록 물러서 주세요.",
    "Not enough of the person is in this photo for that; take one {}.": "그 상품을 입히기에는 몸이 충분히 나오지 않았습니다. 전신사진을 쓰세요.",
    "Only one of the {} can be worn at a time. Take one away.": "{}은(는) 한 번에 하나만 입을 수 있습니다. 하나를 빼 주세요.",
    # small talk
    "Choose the piece that you mean, and three looks are put together around it.": "어떤 상품에 맞출지 골라 주세요. 그 상품으로 세 가지 코디를 보여 드립니다.",
    "Choose “Try it on” at the piece that you mean, and the fitting room shows it worn.": "원하는 상품에서 “입어 보기”를 고르면 피팅룸에서 입은 모습을 보여 드립니다.",
    "Orders, sizes and deliveries are not handled here; the piece's own page says more.": "주문, 사이즈, 배송은 여기서 다루지 않습니다. 상품 페이지를 봐 주세요.",
    "Hello! Say what should be different, and the shelves follow.": "안녕하세요. 무엇이 달라야 하는지 말씀해 주세요.",
    "You are welcome.": "천만에요.",
    "I am this shop's search: I read what should be different and look through the shelves.": "이 가게의 검색입니다. 원하시는 점을 읽고 진열대에서 찾아 드립니다.",
    "Say a colour, longer or shorter, a price, or what you do not want.": "색, 길이, 가격, 또는 원하지 않는 것을 말씀해 주세요.",
    "I am sorry this is not it yet; tell me what should be different.": "마음에 드시지 않아 죄송합니다. 무엇이 달라야 하는지 말씀해 주세요.",
    "I only know these shelves; tell me what the piece should be like.": "이 가게의 상품만 알고 있습니다. 어떤 상품이면 좋을지 말씀해 주세요.",
    "I could not make sense of that; say, for example, “in green” or “longer sleeves”.": "이해하지 못했습니다. “초록색으로”, “소매를 더 길게”처럼 말씀해 주세요.",
    # names of attributes
    "material": "소재",
    "pattern": "무늬",
    "sleeve": "소매",
    "neckline": "네크라인",
    "length": "길이",
    "fit": "핏",
    "closure": "여밈",
    "style": "스타일",
    "season": "계절",
    "colour": "색상",
    "type": "종류",
    "category": "카테고리",
    "gender": "대상",
    "price": "가격",
    "size": "사이즈",
    "sizes": "사이즈",
    "brand": "브랜드",
}

# The four places, the bag, surprises, and what a photo offers.
PLACES = "매장"
BROWSE = "둘러보기"
REFINE = "다듬기"
LOOKS_ROOM = "코디"
FITTING_ROOM = "피팅룸"
HELD = "전에 본 상품"
LIKE = "좋아요"
REFINE_FROM = "이 상품에서 찾기"
NOT_FOR_ME = "관심 없음"
NOT_THIS = "제외: {}"
BAG = "가방"
YOUR_BAG = "좋아하는 상품"
EMPTY_BAG = "아직 없습니다. 사진의 하트를 누르면 여기에 남습니다."
BAG_NOTE = "이 목록은 이 브라우저에만 남습니다."
TOGETHER = "합계"
SURPRISE = "추천받기"
ANOTHER_SURPRISE = "다른 추천"
PRICES = "가격"
PRICE_FROM = "최저"
PRICE_TO = "최고"
PHOTO_NOTE = "사진은 이번 방문 동안 메모리에만 있으며 저장되지 않습니다."
FORGET = "내 사진 지우기"
WHICH_PIECE = "어느 옷을 찾으세요?"
WHICH_NOTE = "사진에 옷이 여러 벌 있습니다. 시작할 옷을 골라 주세요."
ALSO_IN_PHOTO = "사진 속 다른 옷"
REGIONS = {"": "사진 전체", "upper": "상의", "lower": "하의", "shoes": "신발"}
ROOM_HEADS = {
    "refine": "마음에 가까운 상품을 고르세요.", "looks": "코디의 중심이 될 상품을 고르세요.",
}  # fmt: skip
ROOM_NOTES = {
    "refine": "그다음 무엇이 달라야 하는지 편하게 말씀하세요.",
    "looks": "그 상품에 맞춰 세 가지 코디를 만들어 드립니다.",
}  # fmt: skip
