"""The words of the page in simplified Chinese, and what other rooms say in English. Knows no layout."""

from __future__ import annotations

NAME = "Otherwise"
PROMISE = "从几乎喜欢的一件开始。"
HOW = "然后说说想改哪里：换个颜色、袖子长一点、价格低一些。"
SEARCH = "例如：红色夏季连衣裙 60欧元以内"
SEARCH_LABEL = "搜索店内商品"
PHOTO = "用照片找"
SAY = "想改哪里？"
ALMOST = "差一点点？"
SEND = "发送"
SIMILAR = "相似商品"
ANSWER = "符合要求的商品"
CLOSEST = "最接近的商品"
OWN_PHOTO = "您的照片"
OWN_PHOTO_NOTE = "链接里只有读出的特征，没有照片。"
SHOW_MORE = "显示更多"
EVERYTHING = "查看全部"
UNDO = "撤销"
REDO = "重做"
EDIT = "修改"
EDITING = "重新说，或者"
KEEP = "保持原样"
WAYS = "放宽条件"
REMOVE = "去掉"
START_OVER = "重新开始"
ABOUT = "关于这件"
SO_FAR = "到目前为止的对话"
COPY = "复制链接"
ALL = "全部"
EVERYONE = "所有人"
BUY = "在商店查看"
NOTHING = "没有符合的商品。"
WAITING = "店铺正在开门，几秒后给您答复。"
SORRY = "抱歉，没有成功。请再试一次；如果还不行，请重新开始。"
FULL = "现在客人很多，请过几秒再试。"
TOO_FAST = "一次请求太多了，请稍等几秒。"
TOO_LARGE = "太大了，无法发送。请选一张小一点的照片。"
EMPTY_SEARCH = "请输入要找的东西，例如“红色夏季连衣裙 60欧元以内”。"
PHOTO_GONE = "照片没有传到，请再选一次。"
WHY = "为什么是这件？"
LOOKED = "您的话看了哪里"
AS_ASKED = "如您所愿"
NOT_AS_ASKED = "与要求不同"
STAYED = "保持不变"
ALSO_CHANGED = "其他不同"
NOT_SAID = "未注明"
CLOSE = "关闭"
LOOKS = "搭配一身"
LOOKS_AROUND = "围绕这件的三套搭配"
LOOK_AROUND = "围绕这件的一套搭配"
LOOKS_WITH = "搭配一身："
LOOK_PIECES = "这套里的商品"
OTHER_LOOKS = "这件的其他搭配"
BACK_TO_TALK = "回到对话"
LIMITS = "遵守您说过的条件："
EACH = "（每件）"
YOURS = "您选的这件"
LOCK = "保留"
SWAP = "更换"
LAST_OF_ITS_KIND = "没有别的合适了"
ADD = "添加"
STEPS = {"casual": "更休闲", "formal": "更正式", "cheaper": "更便宜"}
STEPS_NOTE = "保留的不变。"
ANOTHER = "换个日子，换个预算"
ANY_OCCASION = "随时"
OCCASION_NAMES = {
    "active": "健身", "weekend": "周末", "city": "逛街", "office": "办公室", "evening": "晚间外出",
    "wedding-guest": "婚礼", "holiday": "度假", "winter-outdoors": "冬季户外",
}  # fmt: skip
BUDGET = "整套预算"
ANY_BUDGET = "不限"
OVER_BUDGET = "超出预算"
SAVE = "保存图片"
SLOT_NAMES = {
    "top": "上装", "layer": "外搭", "bottom": "下装", "dress": "连衣裙", "shoes": "鞋",
    "bag": "包", "hat": "帽子", "": "商品",
}  # fmt: skip
ADD_NAMES = {
    "top": "上装", "layer": "外搭", "bottom": "裤子或半身裙", "dress": "连衣裙", "shoes": "鞋",
    "bag": "包", "hat": "帽子",
}  # fmt: skip
SORT_NAMES = {"likeness": "推荐优先", "price up": "价格从低到高", "price down": "价格从高到低"}
OWN_ORDER = "本店精选"
GENDER_NAMES = {"women": "女装", "men": "男装", "unisex": "男女通用"}

# What names parts of the page for those who hear it.
SORT_BY = "排序"
UNDERSTOOD = "已理解"
SUGGESTIONS = "建议"
CATEGORIES = "分类"
FOR_WHOM = "适合谁"
COLOUR = "颜色"
OCCASION = "场合"
WHOLE_LOOK = "整套搭配"
LAID_OUT = "平铺在一起：{}"
LOOKS_WITH_ITEM = "{}套搭配：{}"
COPIED = "已复制"
SHOWN = "已显示{}。"
THIS_ONE = "{}，当前显示"
IN_COLOUR = "{}（{}）"
LOOKED_AT = "“{}”看的地方：{}"
LOOKED_MOSTLY = "“{}”主要看的地方：{}"
INSTEAD_OF = "{}（原为{}）"

# Counts and lists.
ONE_PIECE = "1件"
PIECES = "{}件"
COMMA = "、"
EITHER = "或"
MORE_VALUES = "{}等{}项"
WITHOUT = "去掉“{}”"
COLON = "："
STOP_AND = "。"

# Languages and the way to them.
LANGUAGE = "语言"
LANGUAGE_NAME = "中文"

# The tour on a first visit.
TOUR_TITLE = "第一次来？"
TOUR = (
    "从货架上挑一件几乎合意的。",
    "用自己的话说想改哪里：“颜色深一点，要长袖”。",
    "读懂的词会列在下面，点 × 就能去掉。",
    "围绕这一件搭配全身，还可以试穿。",
)
TOUR_DONE = "不再显示"

# Stories for the person who presents.
STORY = "故事"
STORY_STEP = "{} / {}"
STORY_NEXT = "下一步"
STORY_KEYS = "下一步：→ 或 n"
STORY_LEAVE = "离开故事"
STORY_BACK = "上一步"
STORY_END = "完。"
STORY_LINES = {
    "mara": (
        "玛拉需要一件上班穿的外套。",
        "她从外套货架开始。",
        "藏青色西装几乎合意。",
        "换成酒红色更好。",
        "更休闲一点，150欧元以内。",
        "就这件。",
        "上班怎么搭？当场配出三套。",
        "打开一套，每件都能换。",
        "穿在身上是什么样？",
    ),
    "jonas": (
        "约纳斯爱跑步，想要一件连帽衫。",
        "他说想要什么、做什么穿。",
        "第一件几乎合意。",
        "颜色深一点，要有拉链。",
        "不要这件：店里把它排除，并远离它。",
        "不要黑色，最多60欧元。",
        "去健身怎么搭？",
        "打开一套。",
        "全身试穿。",
    ),
    "yuki": (
        "由纪说日语，要一条连衣裙。",
        "她说“红色连衣裙”。",
        "第一条，但是……",
        "长一点。",
        "要花卉图案。",
        "150欧元以内：这是条件，超过的不会出现。",
        "配齐其余部分。",
    ),
    "minjun": (
        "敏俊说韩语，喜欢简单的衣服。",
        "一件纯白T恤，但是……",
        "要长袖。",
        "藏青色：袖子仍是长的。",
        "条纹。",
        "其中最好的一件。",
        "穿在身上的样子。",
    ),
    "amira": (
        "阿米拉在找一条长裙。",
        "她用自己的话说。",
        "不要动物纹，要黑色：条件和愿望叠加。",
        "就这条。",
        "纯色，再便宜一点。",
        "围绕手中这条裙子的搭配。",
        "打开其中一套。",
    ),
    "lea": (
        "蕾娅预算不多，又常改主意。",
        "她从短裤货架开始。",
        "蓝色牛仔短裤。",
        "还是半身裙？牛仔布保留。",
        "百褶，藏青色。",
        "最多60欧元。",
        "不要这件：还有别的吗？",
    ),
}

# The panel for the person who presents.
PANEL = "页面背后"
PANEL_CLOSE = "隐藏面板"
PANEL_RESET = "重置页面"
PANEL_TIMES = "时间花在哪里"
PANEL_TOTAL = "合计"
PANEL_NETWORKS = "网络与索引"
INDEX = "索引"
ENCODER = "编码器"
NETWORK = "合成网络"
PARAMETERS = "{}M 参数"
PANEL_METHOD = "方法"
PANEL_SCORES = "每个结果的得分构成"
PANEL_NO_SCORES = "对一件商品说点什么，得分构成就会显示在这里。"
PANEL_HEAT = "您的话看了哪里，见每张卡片下的“为什么是这件？”。"
METHODS = {
    "": "实际使用", "val": "VAL", "lbf": "LBF", "tirg": "TIRG", "shift": "位移", "text": "仅文字",
}  # fmt: skip
METHOD_NOTES = {
    "": "网络与位移合用，并参考商品表。",
    "val": "仅 VAL，不用商品表。",
    "lbf": "仅 LBF，不用商品表。",
    "tirg": "仅 TIRG，不用商品表。",
    "shift": "把文字之差加到图片向量上：没有三元组训练，也不用商品表。",
    "text": "只看文字，不看手中这件的样子。",
}  # fmt: skip
METHOD_MISSING = "{}不在这里；训练命令：{}"
METHOD_WAITING = "{}正在看商品：{} / {} 张。在此之前按实际使用回答。"
STAGES = {
    "check": "检查", "understand": "理解", "encode": "编码", "compose": "合成", "filter": "筛选",
    "search": "检索", "rank": "排序", "explain": "说明", "render": "渲染", "browse": "货架",
}  # fmt: skip
SCORE_PARTS = {
    "likeness": "相似", "network": "网络", "shift": "位移", "asked": "所求", "together": "全部满足",
    "kept": "保持", "grades": "程度", "guessed": "猜测", "named": "名称", "refused": "不喜欢",
}  # fmt: skip

# The fitting room.
FITTING = "试衣间"
FITTING_ON = "试穿"
FITTING_WHO = "谁来穿"
FITTING_FIGURE = "{name}：{body}，{skin}肤色，{pose}"
FITTING_BODIES = {"slim": "苗条", "regular": "匀称", "full": "丰满"}
FITTING_SKINS = {"fair": "很白皙", "light": "浅", "tan": "小麦", "brown": "棕", "deep": "深"}
FITTING_POSES = {
    "arms at the side": "双臂下垂", "hand on hip": "手叉腰", "walking": "行走", "arm across the body": "手臂在身前",
}  # fmt: skip
FITTING_SELF = "照片里的您"
FITTING_UPLOAD = "用自己的照片"
FITTING_CAMERA = "用摄像头"
FITTING_PRIVACY = "照片只在本次访问、最后一次使用后的20分钟内留在内存里，从不保存。"
FITTING_EXAMPLE = "好照片：一个人、正面、从头到脚、手臂稍微离开身体"
FITTING_GONE = "照片已忘记。要自己试穿，请再选一次。"
FITTING_SHARED = "链接不带照片，所以由模特来穿。要自己试穿，请选自己的照片。"
FITTING_WORN = "正在穿"
FITTING_NOTHING = "还没有。请在下面或货架上选一件。"
FITTING_BEYOND = "照片里没有"
FITTING_BEYOND_NOTE = "照片没拍到的部分会略去。从头到脚的照片可以看到全部。"
FITTING_OFF = "同一类一次只穿一件。已脱下：{pieces}。"
FITTING_IN = "{title}（{colour}）"
FITTING_SHOWN = "{colour}，正在穿"
FITTING_TUCKED = "塞进去"
FITTING_RECOLOUR = "只换面料，穿在我的衣服上"
FITTING_FROM_BAG = "来自购物袋"
FITTING_GOES_WITH = "可以搭配"
FITTING_BEFORE = "之前"
FITTING_PARSE = "各部位"
FITTING_CLASSES = ("头发", "脸和脖子", "手臂", "腿", "上衣", "下装", "鞋", "其他")
FITTING_BACKEND = "绘制方式"
FITTING_BACKENDS = {"warp": "快速", "diffusion": "照片级"}
FITTING_FREE = "释放GPU内存"
FITTING_STAGES = {
    "parse": "在照片里找您", "warp": "把衣服调合身", "undress": "腾出位置", "lay on": "穿上", "photograph": "绘制照片",
}  # fmt: skip
FITTING_ALT = "{person}穿着{pieces}。"
FITTING_ALT_BARE = "{person}，还没有穿。"

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
    "Say what should be different, for example “in green”.": "请说想改哪里，例如“绿色的”。",
    "That message has {} characters; please say it in at most {}.": "这条消息有{}个字，请控制在{}个字以内。",
    "This conversation is very long. Undo a turn or start over.": "对话太长了，请撤销一步或重新开始。",
    "That turn is not there any more. Say it anew, please.": "那句话已经不在了，请重新说。",
    "This conversation is too long to be read. Start a new one.": "对话太长，读不了。请重新开始。",
    "This link cannot be read any more. Start again from the shop's shelves.": "这个链接已经读不了，请从货架重新开始。",
    "This link is too long to be read. Start from the shop's shelves.": "链接太长，读不了。请从货架开始。",
    "This photo belongs to another shop. Upload it again, please.": "这张照片属于另一家店，请重新上传。",
    "This shop has no item {}. Pick one from its shelves.": "本店没有商品{}，请从货架上挑选。",
    "Prices here are in {}. Name the amount in {}, please.": "这里的价格以{}计，请用{}说金额。",
    "{} is not a picture that can be read. Use a JPEG, PNG or WebP file that opens in a viewer.": "{}不是可读取的图片，请使用 JPEG、PNG 或 WebP 文件。",
    "The picture {} is {} MB; at most {} MB can be read. Save it smaller.": "图片{}有{} MB，最多{} MB，请缩小后再试。",
    "The picture {} has {} pixels; at most {} million can be read. Save it smaller.": "图片{}有{}像素，最多{}百万，请缩小后再试。",
    "The picture {} has only {} pixels. Use a larger one.": "图片{}只有{}像素，请用更大的。",
    "There is nothing in {} on this shelf. Pick another colour.": "这个货架没有{}的商品，请换个颜色。",
    "Nothing fits all of these limits together. Take some of them back.": "没有商品同时满足所有条件，请去掉一些。",
    "Nothing fits all of these limits. Without {} there would be {}.": "没有商品满足所有条件。去掉{}有{}。",
    "Nothing fits {}. Without it there would be {}.": "没有商品满足{}。去掉后有{}。",
    "the limit to {}": "“{}”的条件",
    "the highest price": "最高价",
    "the lowest price": "最低价",
    "1 product": "1件",
    "{} products": "{}件",
    # answers and chips
    "There is nothing to point at yet.": "还没有可以指的商品。",
    "There is only 1 piece to point at.": "能指的只有1件。",
    "There are only {} pieces to point at.": "能指的只有{}件。",
    "“{}” is not a word of this shop, so that part is a guess.": "店里没有“{}”这个词，这部分是猜的。",
    "“{}” is not a word of this shop; it was taken for {}.": "店里没有“{}”这个词，当作{}来找。",
    "Nothing here is all of this: {}. These come closest.": "没有全部符合的商品（{}），以下最接近。",
    "Among the {} nothing is all of this: {}. Other things are.": "{}里没有全部符合的（{}），先看看其他的。",
    "only {}": "只要{}",
    "like {}": "像{}",
    "not {}": "不要{}",
    "no {}": "不要{}",
    "same {}": "{}不变",
    "up to {}": "{}以内",
    "from {}": "{}以上",
    "under {}": "低于{}",
    "for {}": "{}穿",
    "in {}": "{}",
    "with {}": "{}",
    "without {}": "去掉{}",
    # why a product is there
    "There is no picture that your words could have looked at: you started without an item.": "您没有从商品开始，所以没有可以看的图片。",
    "Of your photo the shop keeps what it saw, not the picture, so no word can look at it again.": "店里只保留照片的特征，所以无法再看照片。",
    "Where your words looked is not known: this encoder has no network that tells.": "这个编码器没有能说明看了哪里的网络。",
    "Nothing that you said is about what the picture shows.": "您说的都与图片内容无关。",
    "all over the picture": "整张图片",
    "at {}": "{}",
    "the centre": "中央",
    "the top": "上部",
    "the middle": "中部",
    "the bottom": "下部",
    "the whole {}": "整个{}",
    "the {} top": "上部{}",
    "the {} middle": "中部{}",
    "the {} bottom": "下部{}",
    "left": "左侧",
    "right": "右侧",
    "centre": "中央",
    "top": "上部",
    "middle": "中部",
    "bottom": "下部",
    # looks
    "{}; {}, for {} in {}.": "{}。{}。适合{}，{}。",
    "{}; {}, for {}.": "{}。{}。适合{}。",
    "{}, for {} in {}.": "{}。适合{}，{}。",
    "{}, for {}.": "{}。适合{}。",
    "{} as the one accent on {}": "{1}上点缀{0}",
    "{} with {}: {}": "{}配{}：{}",
    "one colour, tone on tone": "同色深浅",
    "quiet neutrals": "沉静的中性色",
    "warm earth tones": "温暖的大地色",
    "one colour on quiet neutrals": "中性色上一抹颜色",
    "a print of many colours on quiet neutrals": "中性色上的多彩印花",
    "two colours in harmony": "两色相配",
    "a mix of colours": "多种颜色",
    "many colours": "多色",
    "sporty": "运动",
    "casual": "休闲",
    "smart casual": "精致休闲",
    "dressed up": "盛装",
    "formal": "正式",
    "warm days": "温暖的日子",
    "mild spring days": "和煦的春日",
    "cool autumn days": "凉爽的秋日",
    "the cold": "寒冷天气",
    "most seasons": "大多数季节",
    "the gym and the running track": "健身和跑步",
    "an easy weekend": "轻松的周末",
    "a day in town": "城里的一天",
    "the office": "办公室",
    "an evening out": "晚间外出",
    "a wedding": "婚礼",
    "the beach and the terrace": "海滩与露台",
    "a cold day outdoors": "寒冷的户外",
    "This look does not get {}. {}, or choose another occasion.": "这套搭配无法{}了。{}，或换个场合。",
    "This look does not get {}. {}.": "这套搭配无法{}了。{}。",
    "more formal": "更正式",
    "more casual": "更休闲",
    "cheaper": "更便宜",
    "Keep less of it": "请少保留几件",
    "Start from another piece": "请换一件开始",
    "“{}” is not made for {}. Choose another occasion.": "“{}”不适合{}，请换个场合。",
    "{} Let go of one of the items that you keep.": "{}请放下一件保留的商品。",
    "Nothing in this shop makes a look with “{}”. Start from another item.": "本店没有能与“{}”搭配的，请换一件开始。",
    "The shop cannot tell where “{}” is worn; choose a garment, shoes, a bag or a hat to start from.": "无法判断“{}”穿在哪里，请从衣服、鞋、包或帽子开始。",
    "No whole look fits {}. Raise the budget.": "{}配不齐一身，请提高预算。",
    "Nothing else fits. Take back what you swapped away.": "没有别的合适了，请换回原来的。",
    "Nothing fits with what you said in the conversation. Take some of it back.": "没有符合对话条件的，请去掉一些。",
    "Nothing here makes “{}” right for {}. Choose another occasion.": "无法让“{}”适合{}，请换个场合。",
    "Nothing goes with all that you keep. Let go of one item.": "没有能与全部保留商品相配的，请放下一件。",
    "It does not get dressier. Take that step back.": "不能更正式了，请退回一步。",
    "It does not get more casual. Take that step back.": "不能更休闲了，请退回一步。",
    "It does not get cheaper. Take that step back.": "不能更便宜了，请退回一步。",
    # photos of people
    "Nobody can be made out in this photo; take one of a single person from the front, head included, in good light.": "照片里看不出人，请在光线好的地方拍一张单人正面、包含头部的照片。",
    "There are {} people in this photo; take one that shows you alone, or cut the others off.": "照片里有{}个人，请用单人照片，或裁掉其他人。",
    "The person in this photo is too small; come closer, so that you fill most of the picture.": "照片里的人太小，请靠近些，占满大部分画面。",
    "The person in this photo is seen {}; take one that faces the camera, arms a little away from the body.": "照片是{}拍的，请面向镜头，手臂稍微离开身体。",
    "from behind or from the side": "从背后或侧面",
    "from the side": "从侧面",
    "The shoulders are cut off; step back until both are in the picture.": "肩膀被截掉了，请后退到两肩都在画面里。",
    "Not enough of the person is in this photo for that; take one {}.": "照片里的身体不够完整，请用全身照。",
    "Only one of the {} can be worn at a time. Take one away.": "{}一次只能穿一件，请去掉一件。",
    # small talk
    "Choose the piece that you mean, and three looks are put together around it.": "请选一件商品，我们会围绕它搭配三套造型。",
    "Choose “Try it on” at the piece that you mean, and the fitting room shows it worn.": "在想试的商品上选“试穿”，试衣间会显示穿上的样子。",
    "Orders, sizes and deliveries are not handled here; the piece's own page says more.": "这里不处理订单、尺码和配送，请看商品页面。",
    "Hello! Say what should be different, and the shelves follow.": "你好！请告诉我想改哪里。",
    "You are welcome.": "不客气。",
    "I am this shop's search: I read what should be different and look through the shelves.": "我是这家店的搜索：读懂您的要求，再到货架上找。",
    "Say a colour, longer or shorter, a price, or what you do not want.": "可以说颜色、长短、价格，或者不想要什么。",
    "I am sorry this is not it yet; tell me what should be different.": "抱歉还没找到合适的，请告诉我想改哪里。",
    "I only know these shelves; tell me what the piece should be like.": "我只了解这家店的商品，请告诉我您想要什么样的。",
    "I could not make sense of that; say, for example, “in green” or “longer sleeves”.": "没看懂。可以说“绿色的”或“袖子长一点”。",
    # names of attributes
    "material": "材质",
    "pattern": "图案",
    "sleeve": "袖长",
    "neckline": "领型",
    "length": "长度",
    "fit": "版型",
    "closure": "闭合方式",
    "style": "风格",
    "season": "季节",
    "colour": "颜色",
    "type": "种类",
    "category": "分类",
    "gender": "适合",
    "price": "价格",
    "size": "尺码",
    "sizes": "尺码",
    "brand": "品牌",
}

# The four places, the bag, surprises, and what a photo offers.
PLACES = "店内"
BROWSE = "逛一逛"
REFINE = "挑得更准"
LOOKS_ROOM = "搭配"
FITTING_ROOM = "试衣间"
HELD = "刚才看过"
LIKE = "喜欢"
REFINE_FROM = "从这件开始找"
NOT_FOR_ME = "不适合我"
NOT_THIS = "不要：{}"
BAG = "购物袋"
YOUR_BAG = "喜欢的商品"
EMPTY_BAG = "还没有商品。点图片上的心形，就会留在这里。"
BAG_NOTE = "这些只保存在此浏览器中。"
TOGETHER = "合计"
SURPRISE = "随便看看"
ANOTHER_SURPRISE = "换一件"
PRICES = "价格"
PRICE_FROM = "最低"
PRICE_TO = "最高"
PHOTO_NOTE = "照片只在本次访问期间留在内存中，不会被保存。"
FORGET = "忘掉我的照片"
WHICH_PIECE = "您指的是哪一件？"
WHICH_NOTE = "照片里有好几件。请选一件作为起点。"
ALSO_IN_PHOTO = "照片里的其他衣物"
REGIONS = {"": "整张照片", "upper": "上衣", "lower": "下装", "shoes": "鞋"}
ROOM_HEADS = {
    "refine": "选一件差不多的。", "looks": "选一件作为搭配的中心。",
}  # fmt: skip
ROOM_NOTES = {
    "refine": "然后用自己的话说说哪里要不一样。",
    "looks": "围绕它为您搭出三套。",
}  # fmt: skip
