"""The words of the page in Japanese, and what other rooms say in English. Knows no layout."""

from __future__ import annotations

NAME = "Otherwise"
PROMISE = "ほぼ理想の一着から。"
HOW = "変えたいところを言葉で伝えるだけ。色、袖の長さ、値段。"
SEARCH = "例：赤い夏のワンピース 60ユーロ以下"
SEARCH_LABEL = "店内を検索"
PHOTO = "写真で探す"
SAY = "どこを変えたいですか"
ALMOST = "あと少し違えば？"
SEND = "送信"
SIMILAR = "似ている商品"
ANSWER = "ご希望に合う商品"
CLOSEST = "いちばん近い商品"
OWN_PHOTO = "あなたの写真"
OWN_PHOTO_NOTE = "リンクに入るのは読み取った特徴だけで、写真は入りません。"
SHOW_MORE = "もっと見る"
EVERYTHING = "すべて見る"
UNDO = "元に戻す"
REDO = "やり直す"
EDIT = "編集"
EDITING = "言い直すか、"
KEEP = "そのままにする"
WAYS = "条件をゆるめる"
REMOVE = "外す"
START_OVER = "最初から"
ABOUT = "この商品について"
SO_FAR = "これまでの会話"
COPY = "リンクをコピー"
ALL = "すべて"
EVERYONE = "全員"
BUY = "ショップで見る"
NOTHING = "合う商品がありません。"
WAITING = "開店準備中です。数秒でお答えします。"
SORRY = "うまくいきませんでした。もう一度お試しください。続くときは最初からやり直してください。"
FULL = "ただいま大変混み合っています。数秒後にもう一度お試しください。"
TOO_FAST = "一度に多くの操作がありました。数秒お待ちください。"
TOO_LARGE = "大きすぎて送れません。もっと小さい写真をお選びください。"
EMPTY_SEARCH = "探しているものを入力してください。例：「赤い夏のワンピース 60ユーロ以下」"
PHOTO_GONE = "写真が届きませんでした。もう一度お選びください。"
WHY = "なぜこれ？"
LOOKED = "言葉が見た場所"
AS_ASKED = "ご希望どおり"
NOT_AS_ASKED = "ご希望と違う点"
STAYED = "変わらない点"
ALSO_CHANGED = "ほかに違う点"
NOT_SAID = "記載なし"
CLOSE = "閉じる"
LOOKS = "コーディネート"
LOOKS_AROUND = "この一点を使った三つのコーディネート"
LOOK_AROUND = "この一点を使ったコーディネート"
LOOKS_WITH = "コーディネートする："
LOOK_PIECES = "このコーディネートの商品"
OTHER_LOOKS = "この一点の別のコーディネート"
BACK_TO_TALK = "会話に戻る"
LIMITS = "会話の条件を守ります："
EACH = "（一点あたり）"
YOURS = "選んだ商品"
LOCK = "残す"
SWAP = "替える"
LAST_OF_ITS_KIND = "ほかに合うものはありません"
ADD = "追加："
STEPS = {"casual": "もっとカジュアルに", "formal": "もっときちんと", "cheaper": "もっと安く"}
STEPS_NOTE = "「残す」にしたものはそのままです。"
ANOTHER = "別の日、別の予算で"
ANY_OCCASION = "いつでも"
OCCASION_NAMES = {
    "active": "ジム", "weekend": "週末", "city": "街歩き", "office": "オフィス", "evening": "夜のお出かけ",
    "wedding-guest": "結婚式", "holiday": "休暇", "winter-outdoors": "冬の屋外",
}  # fmt: skip
BUDGET = "全身の予算"
ANY_BUDGET = "上限なし"
OVER_BUDGET = "予算オーバー"
SAVE = "画像を保存"
SLOT_NAMES = {
    "top": "トップス", "layer": "羽織り", "bottom": "ボトムス", "dress": "ワンピース", "shoes": "靴",
    "bag": "バッグ", "hat": "帽子", "": "商品",
}  # fmt: skip
ADD_NAMES = {
    "top": "トップス", "layer": "羽織り", "bottom": "パンツかスカート", "dress": "ワンピース",
    "shoes": "靴", "bag": "バッグ", "hat": "帽子",
}  # fmt: skip
SORT_NAMES = {"likeness": "おすすめ順", "price up": "価格の安い順", "price down": "価格の高い順"}
OWN_ORDER = "当店のおすすめ"
GENDER_NAMES = {"women": "レディース", "men": "メンズ", "unisex": "共用"}

# What names parts of the page for those who hear it.
SORT_BY = "並び順"
UNDERSTOOD = "読み取った内容"
SUGGESTIONS = "次のひとこと"
CATEGORIES = "カテゴリー"
FOR_WHOM = "対象"
COLOUR = "色"
OCCASION = "場面"
WHOLE_LOOK = "全体"
LAID_OUT = "並べた写真：{}"
LOOKS_WITH_ITEM = "コーディネート{}件：{}"
COPIED = "コピーしました"
SHOWN = "{}を表示しています。"
THIS_ONE = "{}、表示中"
IN_COLOUR = "{}（{}）"
LOOKED_AT = "「{}」が見た場所：{}"
LOOKED_MOSTLY = "「{}」が主に見た場所：{}"
INSTEAD_OF = "{}（元は{}）"

# Counts and lists.
ONE_PIECE = "1点"
PIECES = "{}点"
COMMA = "、"
EITHER = "または"
MORE_VALUES = "{}ほか{}件"
WITHOUT = "「{}」を外す"
COLON = "："
STOP_AND = "。"

# Languages and the way to them.
LANGUAGE = "言語"
LANGUAGE_NAME = "日本語"

# The tour on a first visit.
TOUR_TITLE = "はじめての方へ"
TOUR = (
    "棚から、ほぼ理想の一着を選びます。",
    "どこを変えたいかを自分の言葉で伝えます。「もっと暗い色で、長袖」のように。",
    "読み取った言葉が下に並びます。×で外せます。",
    "その一着に合わせて全身をそろえ、試着もできます。",
)
TOUR_DONE = "今後表示しない"

# Stories for the person who presents.
STORY = "ストーリー"
STORY_STEP = "{} / {}"
STORY_NEXT = "次へ"
STORY_KEYS = "次へ：→ または n"
STORY_LEAVE = "ストーリーを終える"
STORY_BACK = "戻る"
STORY_END = "おわり。"
STORY_LINES = {
    "mara": (
        "マーラは仕事用のジャケットを探しています。",
        "アウターの棚から始めます。",
        "紺のブレザーがほぼ理想です。",
        "ワインレッドのほうがよさそう。",
        "もっとカジュアルに、150ユーロ以下で。",
        "これに決めました。",
        "オフィスでは何を合わせる？ 三つのコーディネートをその場で作ります。",
        "一つを開きます。どの品も替えられます。",
        "人が着るとどう見えるでしょう。",
    ),
    "jonas": (
        "ヨナスはランナー。パーカーが欲しい。",
        "何が、何のために欲しいかを言います。",
        "最初のものがほぼ理想です。",
        "もっと暗く、ファスナー付きで。",
        "これではない：店はこの品を外し、遠ざかります。",
        "黒以外で、60ユーロ以下。",
        "ジムでは何を合わせる？",
        "一つを開きます。",
        "全身を試着します。",
    ),
    "yuki": (
        "ユキは日本語で、ワンピースを探しています。",
        "「赤いワンピース」と言います。",
        "最初の一着。でも……",
        "もっと長く。",
        "花柄で。",
        "150ユーロ以下。これは条件なので、超えるものは出ません。",
        "残りのコーディネート。",
    ),
    "minjun": (
        "ミンジュンは韓国語で、シンプルなものが好きです。",
        "無地の白いTシャツ。でも……",
        "長袖で。",
        "紺で。袖は長いままです。",
        "ストライプで。",
        "いちばんよいもの。",
        "人が着るとこう見えます。",
    ),
    "amira": (
        "アミラは長いワンピースを探しています。",
        "自分の言葉で伝えます。",
        "アニマル柄なしで、黒。条件と希望が重なります。",
        "これ。",
        "無地で、少し安く。",
        "手元のワンピースを使ったコーディネート。",
        "その一つを開きます。",
    ),
    "lea": (
        "レアは予算が少なく、気が変わりやすい。",
        "ショートパンツの棚から始めます。",
        "青いデニムのショートパンツ。",
        "やっぱりスカート？ デニムはそのままです。",
        "プリーツで、紺。",
        "60ユーロ以下。",
        "これではない：ほかには？",
    ),
}

# The panel for the person who presents.
PANEL = "ページの裏側"
PANEL_CLOSE = "パネルを隠す"
PANEL_RESET = "ページをリセット"
PANEL_TIMES = "かかった時間"
PANEL_TOTAL = "合計"
PANEL_NETWORKS = "ネットワークと索引"
INDEX = "索引"
ENCODER = "エンコーダー"
NETWORK = "合成ネットワーク"
PARAMETERS = "{}M パラメーター"
PANEL_METHOD = "方式"
PANEL_SCORES = "各商品のスコアの内訳"
PANEL_NO_SCORES = "商品について何か言うと、ここにスコアの内訳が出ます。"
PANEL_HEAT = "言葉が見た場所は、各商品の「なぜこれ？」で見られます。"
METHODS = {
    "": "通常", "val": "VAL", "lbf": "LBF", "tirg": "TIRG", "shift": "シフト", "text": "言葉のみ",
}  # fmt: skip
METHOD_NOTES = {
    "": "ネットワークとシフトを合わせ、商品表も使います。",
    "val": "VALのみ。商品表は使いません。",
    "lbf": "LBFのみ。商品表は使いません。",
    "tirg": "TIRGのみ。商品表は使いません。",
    "shift": "言葉の差を写真のベクトルに足すだけ。三つ組の学習も商品表も使いません。",
    "text": "言葉のみ。手元の商品の見た目は使いません。",
}  # fmt: skip
METHOD_MISSING = "{}はまだありません。学習するコマンド：{}"
METHOD_WAITING = "{}が商品を見ています：{} / {}枚。それまでは通常の答えです。"
STAGES = {
    "check": "確認", "understand": "理解", "encode": "符号化", "compose": "合成", "filter": "絞り込み",
    "search": "検索", "rank": "順位づけ", "explain": "説明", "render": "描画", "browse": "棚",
}  # fmt: skip
SCORE_PARTS = {
    "likeness": "近さ", "network": "ネットワーク", "shift": "シフト", "asked": "希望", "together": "全部一致",
    "kept": "維持", "grades": "程度", "guessed": "推測", "named": "商品名", "refused": "好みでない",
}  # fmt: skip

# The fitting room.
FITTING = "試着室"
FITTING_ON = "試着する"
FITTING_WHO = "着る人"
FITTING_FIGURE = "{name}：{body}、肌は{skin}、{pose}"
FITTING_BODIES = {"slim": "細身の体型", "regular": "標準の体型", "full": "ふくよかな体型"}
FITTING_SKINS = {
    "fair": "とても明るめ",
    "light": "明るめ",
    "tan": "小麦色",
    "brown": "褐色",
    "deep": "濃いめ",
}
FITTING_POSES = {
    "arms at the side": "腕は横", "hand on hip": "手は腰", "walking": "歩く姿", "arm across the body": "腕は体の前",
}  # fmt: skip
FITTING_SELF = "写真のあなた"
FITTING_UPLOAD = "自分の写真を使う"
FITTING_CAMERA = "カメラを使う"
FITTING_PRIVACY = "写真はこの閲覧の間、最後に使ってから20分だけメモリーに置かれ、保存されません。"
FITTING_EXAMPLE = "よい写真：一人、正面、頭から足まで、腕を少し体から離して"
FITTING_GONE = "写真は消去されました。ご自身で着るには、もう一度お選びください。"
FITTING_SHARED = (
    "リンクに写真は入らないので、モデルが着ています。ご自身で着るには写真をお選びください。"
)
FITTING_WORN = "着ているもの"
FITTING_NOTHING = "まだありません。下か棚から選んでください。"
FITTING_BEYOND = "この写真には写っていません"
FITTING_BEYOND_NOTE = "写真に写らないものは省きます。頭から足まで写した写真ですべて見られます。"
FITTING_OFF = "同じ種類は一度に一点です。外したもの：{pieces}。"
FITTING_IN = "{title}（{colour}）"
FITTING_SHOWN = "{colour}、着用中"
FITTING_TUCKED = "裾を入れる"
FITTING_RECOLOUR = "着ている服に生地だけ"
FITTING_FROM_BAG = "バッグから"
FITTING_GOES_WITH = "合うもの"
FITTING_BEFORE = "前"
FITTING_PARSE = "どこに何があるか"
FITTING_CLASSES = ("髪", "顔と首", "腕", "脚", "上の服", "下の服", "靴", "その他")
FITTING_BACKEND = "描き方"
FITTING_BACKENDS = {"warp": "すばやく", "diffusion": "写真のように"}
FITTING_FREE = "GPUのメモリーを返す"
FITTING_STAGES = {
    "parse": "写真からあなたを探す", "warp": "服を合わせる", "undress": "場所を空ける", "lay on": "着せる",
    "photograph": "写真に仕上げる",
}  # fmt: skip
FITTING_ALT = "{pieces}を着た{person}。"
FITTING_ALT_BARE = "{person}、まだ着ていません。"

# What components of the page say by themselves.
COMPONENTS = {
    "search": SEARCH, "label": SEARCH_LABEL, "say": SAY, "send": SEND, "photo": PHOTO,
    "self": FITTING_UPLOAD, "camera": FITTING_CAMERA, "fitting": FITTING,
}  # fmt: skip
SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}

SENTENCES = {
    # errors and limits
    "Type what you are looking for, for example “red summer dress under 60”.": EMPTY_SEARCH,
    "The upload did not arrive. Please choose the picture once more.": PHOTO_GONE,
    "Say what should be different, for example “in green”.": "どこを変えたいか教えてください。例：「緑で」",
    "That message has {} characters; please say it in at most {}.": "そのメッセージは{}文字です。{}文字以内でお願いします。",
    "This conversation is very long. Undo a turn or start over.": "会話が長くなりました。一つ戻すか、最初から始めてください。",
    "That turn is not there any more. Say it anew, please.": "その発言はもうありません。もう一度お願いします。",
    "This conversation is too long to be read. Start a new one.": "会話が長すぎて読めません。新しく始めてください。",
    "This link cannot be read any more. Start again from the shop's shelves.": "このリンクはもう読めません。棚から始めてください。",
    "This link is too long to be read. Start from the shop's shelves.": "リンクが長すぎて読めません。棚から始めてください。",
    "This photo belongs to another shop. Upload it again, please.": "この写真は別の店のものです。もう一度アップロードしてください。",
    "This shop has no item {}. Pick one from its shelves.": "この店に{}という商品はありません。棚からお選びください。",
    "Prices here are in {}. Name the amount in {}, please.": "価格は{}です。金額は{}でお願いします。",
    "{} is not a picture that can be read. Use a JPEG, PNG or WebP file that opens in a viewer.": "{}は読み取れる画像ではありません。JPEG・PNG・WebPをお使いください。",
    "The picture {} is {} MB; at most {} MB can be read. Save it smaller.": "画像{}は{}MBです。{}MB以下に縮めてください。",
    "The picture {} has {} pixels; at most {} million can be read. Save it smaller.": "画像{}は{}画素です。{}百万画素以下に縮めてください。",
    "The picture {} has only {} pixels. Use a larger one.": "画像{}は{}画素しかありません。もっと大きいものをお使いください。",
    "There is nothing in {} on this shelf. Pick another colour.": "この棚に{}の商品はありません。別の色をお選びください。",
    "Nothing fits all of these limits together. Take some of them back.": "すべての条件に合う商品はありません。どれかを外してください。",
    "Nothing fits all of these limits. Without {} there would be {}.": "すべての条件に合う商品はありません。{}を外すと{}あります。",
    "Nothing fits {}. Without it there would be {}.": "{}に合う商品はありません。外すと{}あります。",
    "the limit to {}": "「{}」の条件",
    "the highest price": "上限価格",
    "the lowest price": "下限価格",
    "1 product": "1点",
    "{} products": "{}点",
    # answers and chips
    "There is nothing to point at yet.": "まだ指せる商品がありません。",
    "There is only 1 piece to point at.": "指せる商品は1点だけです。",
    "There are only {} pieces to point at.": "指せる商品は{}点だけです。",
    "“{}” is not a word of this shop, so that part is a guess.": "「{}」はこの店の言葉にないので、推測しています。",
    "“{}” is not a word of this shop; it was taken for {}.": "「{}」はこの店の言葉にないので、{}と考えました。",
    "Nothing here is all of this: {}. These come closest.": "すべてに合う商品はありません（{}）。近いものをお見せします。",
    "Among the {} nothing is all of this: {}. Other things are.": "{}には全部に合うもの（{}）がないので、ほかの品をお見せします。",
    "only {}": "{}だけ",
    "like {}": "{}のような",
    "not {}": "{}以外",
    "no {}": "{}なし",
    "same {}": "同じ{}",
    "up to {}": "{}以下",
    "from {}": "{}以上",
    "under {}": "{}未満",
    "for {}": "{}向け",
    "in {}": "{}で",
    "with {}": "{}",
    "without {}": "{}を外す",
    # why a product is there
    "There is no picture that your words could have looked at: you started without an item.": "商品なしで始めたので、言葉が見た写真はありません。",
    "Of your photo the shop keeps what it saw, not the picture, so no word can look at it again.": "店に残るのは写真の特徴だけなので、言葉が見た場所は示せません。",
    "Where your words looked is not known: this encoder has no network that tells.": "このエンコーダーには、言葉が見た場所を示すネットワークがありません。",
    "Nothing that you said is about what the picture shows.": "写真に写るものについての言葉はありませんでした。",
    "all over the picture": "写真全体",
    "at {}": "{}",
    "the centre": "中央",
    "the top": "上",
    "the middle": "中ほど",
    "the bottom": "下",
    "the whole {}": "{}全体",
    "the {} top": "上の{}",
    "the {} middle": "中ほどの{}",
    "the {} bottom": "下の{}",
    "left": "左",
    "right": "右",
    "centre": "中央",
    "top": "上",
    "middle": "中ほど",
    "bottom": "下",
    # looks
    "{}; {}, for {} in {}.": "{}。{}。{}に、{}向け。",
    "{}; {}, for {}.": "{}。{}。{}に。",
    "{}, for {} in {}.": "{}。{}に、{}向け。",
    "{}, for {}.": "{}。{}に。",
    "{} as the one accent on {}": "{1}に{0}を一点だけ効かせて",
    "{} with {}: {}": "{}と{}：{}",
    "one colour, tone on tone": "同系色の濃淡",
    "quiet neutrals": "落ち着いた無彩色",
    "warm earth tones": "温かみのあるアースカラー",
    "one colour on quiet neutrals": "無彩色に一色",
    "a print of many colours on quiet neutrals": "無彩色に多色の柄",
    "two colours in harmony": "調和する二色",
    "a mix of colours": "さまざまな色",
    "many colours": "多色",
    "sporty": "スポーティ",
    "casual": "カジュアル",
    "smart casual": "きれいめカジュアル",
    "dressed up": "ドレスアップ",
    "formal": "フォーマル",
    "warm days": "暖かい日",
    "mild spring days": "穏やかな春の日",
    "cool autumn days": "涼しい秋の日",
    "the cold": "寒い日",
    "most seasons": "ほぼ一年中",
    "the gym and the running track": "ジムやランニング",
    "an easy weekend": "気楽な週末",
    "a day in town": "街での一日",
    "the office": "オフィス",
    "an evening out": "夜のお出かけ",
    "a wedding": "結婚式",
    "the beach and the terrace": "ビーチやテラス",
    "a cold day outdoors": "寒い日の屋外",
    "This look does not get {}. {}, or choose another occasion.": "このコーディネートはこれ以上{}なりません。{}か、別の場面をお選びください。",
    "This look does not get {}. {}.": "このコーディネートはこれ以上{}なりません。{}。",
    "more formal": "フォーマルに",
    "more casual": "カジュアルに",
    "cheaper": "安く",
    "Keep less of it": "「残す」を減らしてください",
    "Start from another piece": "別の商品から始めてください",
    "“{}” is not made for {}. Choose another occasion.": "「{}」は{}には向きません。別の場面をお選びください。",
    "{} Let go of one of the items that you keep.": "{}「残す」のどれかを外してください。",
    "Nothing in this shop makes a look with “{}”. Start from another item.": "「{}」に合わせられるものがこの店にありません。別の商品から始めてください。",
    "The shop cannot tell where “{}” is worn; choose a garment, shoes, a bag or a hat to start from.": "「{}」をどこに身につけるか分かりません。服・靴・バッグ・帽子から始めてください。",
    "No whole look fits {}. Raise the budget.": "{}で全身はそろいません。予算を上げてください。",
    "Nothing else fits. Take back what you swapped away.": "ほかに合うものがありません。替えたものを戻してください。",
    "Nothing fits with what you said in the conversation. Take some of it back.": "会話の条件に合うものがありません。どれかを外してください。",
    "Nothing here makes “{}” right for {}. Choose another occasion.": "「{}」を{}に合わせられません。別の場面をお選びください。",
    "Nothing goes with all that you keep. Let go of one item.": "「残す」すべてに合うものがありません。一つ外してください。",
    "It does not get dressier. Take that step back.": "これ以上ドレッシーになりません。一段戻してください。",
    "It does not get more casual. Take that step back.": "これ以上カジュアルになりません。一段戻してください。",
    "It does not get cheaper. Take that step back.": "これ以上安くなりません。一段戻してください。",
    # photos of people
    "Nobody can be made out in this photo; take one of a single person from the front, head included, in good light.": "写真に人が見つかりません。明るい場所で、正面から頭まで入った一人の写真をお使いください。",
    "There are {} people in this photo; take one that shows you alone, or cut the others off.": "写真に{}人います。一人だけの写真にするか、ほかの方を切り取ってください。",
    "The person in this photo is too small; come closer, so that you fill most of the picture.": "人が小さすぎます。画面いっぱいになるよう近づいてください。",
    "The person in this photo is seen {}; take one that faces the camera, arms a little away from the body.": "{}写っています。カメラに正面を向き、腕を少し体から離してください。",
    "from behind or from the side": "後ろか横から",
    "from the side": "横から",
    "The shoulders are cut off; step back until both are in the picture.": "肩が切れています。両肩が入るまで下がってください。",
    "Not enough of the person is in this photo for that; take one {}.": "その商品には体の写り方が足りません。全身が入った写真をお使いください。",
    "Only one of the {} can be worn at a time. Take one away.": "{}は一度に一点だけです。一つ外してください。",
    # small talk
    "Choose the piece that you mean, and three looks are put together around it.": "合わせたい商品をお選びください。その一点を中心に三つのコーディネートをご提案します。",
    "Choose “Try it on” at the piece that you mean, and the fitting room shows it worn.": "気になる商品の「試着する」を選ぶと、試着室で着た姿が見られます。",
    "Orders, sizes and deliveries are not handled here; the piece's own page says more.": "ご注文・サイズ・配送はここでは扱っていません。商品のページをご覧ください。",
    "Hello! Say what should be different, and the shelves follow.": "こんにちは。どこを変えたいか教えてください。",
    "You are welcome.": "どういたしまして。",
    "I am this shop's search: I read what should be different and look through the shelves.": "この店の検索です。ご希望を読み取って棚から探します。",
    "Say a colour, longer or shorter, a price, or what you do not want.": "色、丈、値段、または避けたいものを言ってください。",
    "I am sorry this is not it yet; tell me what should be different.": "ご希望に沿えず申し訳ありません。どこを変えたいか教えてください。",
    "I only know these shelves; tell me what the piece should be like.": "この店の商品のことしか分かりません。どんな品がよいか教えてください。",
    "I could not make sense of that; say, for example, “in green” or “longer sleeves”.": "うまく読み取れませんでした。「緑で」「袖を長く」のように言ってみてください。",
    # names of attributes
    "material": "素材",
    "pattern": "柄",
    "sleeve": "袖",
    "neckline": "襟元",
    "length": "丈",
    "fit": "シルエット",
    "closure": "留め方",
    "style": "スタイル",
    "season": "季節",
    "colour": "色",
    "type": "種類",
    "category": "カテゴリー",
    "gender": "対象",
    "price": "価格",
    "size": "サイズ",
    "sizes": "サイズ",
    "brand": "ブランド",
}

# The four places, the bag, surprises, and what a photo offers.
PLACES = "売り場"
BROWSE = "見てまわる"
REFINE = "好みに近づける"
LOOKS_ROOM = "コーディネート"
FITTING_ROOM = "試着室"
HELD = "これまでに見た商品"
LIKE = "お気に入り"
REFINE_FROM = "この商品から探す"
NOT_FOR_ME = "好みではない"
NOT_THIS = "除外：{}"
BAG = "バッグ"
YOUR_BAG = "お気に入りの商品"
EMPTY_BAG = "まだありません。写真のハートを押すと、ここに残ります。"
BAG_NOTE = "お気に入りはこのブラウザーだけに残ります。"
TOGETHER = "合計"
SURPRISE = "おまかせ"
ANOTHER_SURPRISE = "もう一度おまかせ"
PRICES = "価格"
PRICE_FROM = "下限"
PRICE_TO = "上限"
PHOTO_NOTE = "写真はこの閲覧の間だけメモリーに置かれ、保存されません。"
FORGET = "写真を消す"
WHICH_PIECE = "どの服をお探しですか。"
WHICH_NOTE = "写真にいくつか写っています。もとにするものを選んでください。"
ALSO_IN_PHOTO = "写真のほかの服"
REGIONS = {"": "写真全体", "upper": "トップス", "lower": "ボトムス", "shoes": "靴"}
ROOM_HEADS = {
    "refine": "近いものを一つ選んでください。", "looks": "もとになる一着を選んでください。",
}  # fmt: skip
ROOM_NOTES = {
    "refine": "違ってほしいところを、ご自分の言葉で言ってください。",
    "looks": "それに合わせて三つのコーディネートを作ります。",
}  # fmt: skip
