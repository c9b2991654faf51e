"""The words by which a prompt asks for help, and those of each topic: patterns over folded text, by language."""

from enum import StrEnum
from typing import Final


class Topic(StrEnum):
    """What a support request is about."""

    BILLING = "billing"
    CREDITS = "credits"
    EXPORT = "export"
    SIGN_IN = "sign-in"
    UPLOAD = "upload"
    RENDER = "render"
    BUG = "bug"
    HOW_TO = "how-to"
    WISH = "wish"
    PRIVACY = "privacy"
    CONTACT = "contact"


class Sign(StrEnum):
    """What makes a prompt a request for help rather than for an edit."""

    CONTACT = "asks for a person or a channel"
    TICKET = "wants a request written, a wish passed on, an account or its data dealt with"
    TROUBLE = "says that something does not work"
    HOW = "asks how something is done"
    WHY = "asks about the service"
    SERVICE = "speaks to or of the company and what it sells"
    TOLD = "tells what has happened, or how something is"
    WANT = "tells how something should be, or what is too much of it"
    SELF = "speaks of the user's own"
    EDIT = "orders an edit"
    FAINT = "orders an edit, by a verb that is said of much else"
    MIDST = "orders an edit in the midst of a clause"
    QUIET = "words that may stand before an order"


# Every language has its own patterns; those of Latin script are matched between word boundaries.
SIGNS: Final[dict[Sign, dict[str, str]]] = {
    Sign.CONTACT: {
        "en": r"contact|reach (?:out|you|support|someone|somebody|anyone|nemovideo|them|the team)|get (?:in touch|hold of)|in touch|(?:tele)?phone number|telephone|(?:by|over the) phone|phone (?:line|support|contact)|(?:have|got) a phone|hot ?line"
        r"|(?:customer|client|technical|tech|nemovideo|user) (?:service|care|support|success)|support (?:team|desk|agent|staff|number|email|e-mail|address|chat|line|page|request|channel)?"
        r"|help ?(?:desk|center|centre|line)|live chat|(?:speak|talk|chat) (?:to|with) (?:a |an |the |some|any)?(?:human|person|one|body|agent|representative|rep|team|staff|support)"
        r"|(?:speak|talk) (?:to|with) (?:\w+ ){0,2}(?:manager|boss|supervisor|someone|somebody)|i (?:can|could) (?:ring|call|write to|e-?mail|phone)|(?:ring|phone) (?:you|them|someone|somebody)|someone (?:i can|to) (?:call|talk|ask|speak|write)|(?:reach|get|find|ask|to) (?:an? |the )?(?:real |actual |live )?(?:human|person)(?: being)?|real (?:human|person)|(?:mailing|postal|street|office) address|e-?mail (?:address|support)|(?:some|any)(?:one|body) (?:\w+ )?(?:call|ring|email|write) me|(?:call|ring|phone|write|e-?mail) (?:me|us)(?: back)?|who (?:do|can|should) i (?:ask|talk|write|turn|call|email|complain)|complain\w*|escalat\w+|(?:office|opening|business|support) hours|(?:nobody|no one|no-one|no ?body) (?:ever )?(?:answer|repl|respond|help|care|call)\w*|where (?:do|can) i (?:complain|report|ask)"
        r"|(?:need|want|get|some|any|please|ask for|looking for) help|help(?: me)?(?: please)?$|^help\b(?! me \w)|sos|anyone there",
        "zh": r"客服|联系(?:方式|电话|你们|官方|客服|人工|谁|支持|上)|怎么联系|电话|热线|人工|投诉|反馈|技术支持|售后|求助|帮助$|^帮助|需要帮助|邮箱|找谁|找(?:你们|个?人|真人)|负责人|你们(?:的)?(?:经理|老板|领导)|真人|有人(?:在)?吗|有人管|有没有人|人呢|(?:官方|你们).{0,4}(?:微信|群|公众号|qq|微博)|微信号|聯絡|聯繫",
        "de": r"kontakt\w*|kundendienst|kundenservice|support|telefonnummer|hotline|ansprechpartner|beschwer\w+|hilfe",
        "fr": r"contact\w*|service client|support|assistance|numero de telephone|joindre|reclamation|aide(?:z-moi)?|besoin d'aide",
        "es": r"contact\w*|atencion al cliente|soporte|telefono|ayuda|reclam\w+|queja",
        "pt": r"contat\w*|contact\w*|atendimento|suporte|telefone|ajuda|reclam\w+",
        "nl": r"contact\w*|klantenservice|klantendienst|support|telefoonnummer|helpdesk|klacht|hulp",
        "ja": r"問い合わせ|問合せ|サポート|連絡先|電話番号|カスタマー|助けて|ヘルプ",
        "ko": r"고객\s?센터|고객\s?지원|문의|상담|전화번호|연락처|도와",
        "ar": r"الدعم|خدمه العملاء|رقم الهاتف|اتصل|تواصل|مساعده|شكوي",
    },
    Sign.TICKET: {
        "en": r"(?:open|create|file|submit|raise|write|prepare|make|draft|send|log|report)(?: me)?(?: a| an| the| my| this| it as a)? ?(?:support |bug |refund |help |feature )?(?:ticket|complaint|bug report|support request|feature request|refund request|bug|issue|problem)"
        r"|feature request|request (?:a|this|the) feature|(?:add|build|implement|offer|bring|introduce)(?: in)? (?:support for|an option|the option|the ability|a feature|a setting)|i wish (?:i could|i can|you|it|there|nemovideo|the)|it would be (?:nice|great|good|cool|useful|helpful) (?:if|to have)"
        r"|you (?:should|could) (?:add|support|offer)|would love (?:to see|it if|support)|suggestion for|missing feature|will you (?:ever )?(?:add|support)|(?:plan|planning) to (?:add|support)"
        r"|i'd love (?:to see|it if)|please consider|consider (?:adding|supporting|offering|making)|it would (?:\w+ ){1,3}if|(?:are|will|do) you (?:ever |guys )?(?:going|plan\w*|intend\w*|gonna) (?:to |on )?(?:support|add|have|offer|release|bring|build|make)\w*|will there (?:ever )?be|(?:feature|product) (?:idea|suggestion|proposal)|any (?:chance|hope|plans?) (?:of|for|to|that)|make it possible|let us \w+ .{0,40}(?:some ?day|one day)|would be (?:\w+ )?(?:nice|great|good|cool|useful|helpful|handy|awesome)|in (?:the )?future|next (?:version|release)|on (?:the|your) road ?map|(?:delete|remove|erase|close|deactivate|wipe|forget) (?:all )?(?:of )?(?:my (?:account|data|personal|profile|information|history|private)|(?:everything|anything|all|whatever|the data|what)(?: that)? you (?:have|know|keep|kept|stored|hold))|cancel (?:my )?(?:subscription|plan|membership|account)|change my (?:password|email|e-mail|plan|card)",
        "zh": r"提交?(?:个|一个)?(?:工单|反馈|bug|问题)|建议|希望(?:你们|能|可以|增加|支持|以后)|能不能(?:增加|加个|支持)|增加.{0,12}功能|加个.{0,12}功能|功能(?:请求|建议)|能不能(?:出|开发|推出|上线)|要是(?:能|有)|就(?:更|太)?好了|下个版本|什么时候(?:能|会|可以)?(?:支持|出|上线|推出)|(?:删除|清除|清空|抹掉)我的(?:账号|账户|数据|个人|资料|信息|隐私)|我的(?:账号|账户|数据|个人|资料|信息)[^,，。]{0,6}(?:删|清)|注销|取消(?:订阅|会员)|(?:会员|订阅|套餐).{0,3}退|退(?:会员|订)|修改密码|改密码",
        "de": r"ticket|funktionswunsch|wunsch|(?:mein|meine) (?:konto|daten) loschen|abo kundigen",
        "fr": r"ticket|suggestion|supprimer mon compte|resilier",
        "es": r"sugerencia|eliminar mi cuenta|cancelar (?:mi )?suscripcion|ticket",
        "pt": r"sugestao|excluir minha conta|cancelar (?:minha )?assinatura|ticket",
        "nl": r"ticket|suggestie|(?:mijn )?account verwijderen|abonnement opzeggen",
        "ja": r"要望|機能追加|アカウント(?:を)?削除|解約",
        "ko": r"기능\s?(?:요청|제안)|계정\s?삭제|해지|탈퇴",
        "ar": r"اقتراح|حذف حسابي|الغاء الاشتراك",
    },
    Sign.TROUBLE: {
        "en": r"can ?not|can ?'?t|cant|could ?n'?t|unable|won'?t|wouldn'?t|does ?n'?t|doesnt|does not|did ?n'?t|didnt|did not|is ?n'?t|is not|are ?n'?t|has ?n'?t|have ?n'?t|never (?:arriv|finish|end|got|get|com|start|work|show)\w*|not (?:work|load|show|appear|upload|export|play|open|find|let|abl|possible|respond)\w*"
        r"|no (?:sound|audio|picture|response|answer|reaction|longer)|fail\w*|errors?|stuck|hang(?:s|ing)|hung|frozen|freez(?:es|ing)|crash(?:es|ed|ing)|bug(?:s|gy)?|broken?|breaks|block(?:s|ed|ing)?|locked|reject(?:s|ed)?|refus(?:e|es|ed|ing)|denied|problems?|issues?|trouble|(?:went|gone|going|something(?: is|'s)?) wrong|corrupt(?:ed)?"
        r"|disappear\w*|vanish\w*|is gone|are gone|all gone|gone missing|(?:is|are|went|gone) missing|lost|out of sync|forever|takes? (?:too long|ages|hours)|too slow|keeps? (?:\w+ing|on)|ran out|run out|out of credits|no credits?|expired|invalid|over ?charged|charged (?:me|twice|for|again|my)|twice|spoil\w*|ruin\w*|(?:still|nothing) (?:waiting|loading|happen\w*)"
        r"|too many requests|(?:for|after) (?:\w+ )?(?:hours|days)(?! of)|need to upgrade|as boxes|not (?:enough|authorized|authorised|allowed|supported|available)|un(?:supported|authorized|authorised)|glitch(?:y|es|ing)(?! effect)|insufficient|kick(?:s|ed|ing) (?:me )?out|refuses|worse|garbled|jumbled|messed up|drift\w* apart|flicker\w*|overlap\w*|washed out|stutter\w*|laggy|lags|jitter\w*|misaligned|distort\w*|choppy|bounced|no permission|even though|nothing (?:\w+s|\w+ed)|not accept\w*|gr[ae]yed out|(?:does|do|did|happens?) nothing|nothing happen\w*|declined|deducted|gibberish|squares|on its own|by itself|unexpectedly|hadn'?t asked|didn'?t ask|re-?loads?|1001|1002|2001|4001|4002|40[0-9]|413|415|429|50[0-4]|timed? ?out|time-?out|too large|too big|over the limit|limit reached",
        "zh": r"不能|无法|没法|没办法|[\u4e00-\u9fff]不[了出上开到起动]|没有?权限|不认|传(?:了|到)?一半|被封|失败|报错|错误|出错|卡(?:住|在|死|了|顿|着)|崩溃|闪退|没(?:有)?反应|不行|坏了|丢了|丢失|不见|消失|没了|异常|故障|bug|有问题|出问题|问题|黑屏|花屏|不同步|扣(?:了|费|我|两|多)|多扣|被拒|太慢|很慢|一直|不足|不够|用完|过期|失效|超时|为什么不|收不到|没收到|無法|失敗|錯誤|不支持|太大|拦|被扣|没(?:到|动|成功|生效|保存|显示|收|退|效|用)|没有?(?:声音|画面|图像|字幕|内容|效果|变化|动静|用|人理|回)|未(?:到|登|成功|生效)|怎么(?:没|会|老|总|一直|又|就|变|还|都|不(?!错))|方块|乱码|错乱|重复扣|有水印|没人|[对听看装卡]不[清见进]|断了|花了屏|乱了|错位|1001|1002|2001|4001|4002|402|429",
        "de": r"funktioniert nicht|geht nicht|klappt nicht|kann (?:\w+ )*nicht|konnen? nicht|fehler\w*|hangt|absturz\w*|stürzt|sturzt|problem\w*|kaputt|gesperrt|blockiert|weg|verschwunden|abgelaufen|fehlgeschlagen|doppelt",
        "fr": r"ne (?:\w+ )*(?:pas|plus)|n'\w+ (?:pas|plus)|impossible|erreur|echou\w+|echec|bloque\w*|probleme\w*|plante\w*|bug|disparu\w*|expire\w*|refuse\w*",
        "es": r"no (?:puedo|funciona|se|me|carga|deja|abre)|error\w*|fall\w+|bloquead\w+|atascad\w+|problema\w*|desaparec\w+|caducad\w+|expirad\w+|imposible",
        "pt": r"nao (?:consigo|funciona|da|carrega|abre|posso)|erro\w*|falh\w+|bloquead\w+|travad\w+|travou|problema\w*|sumi\w+|expirad\w+|impossivel",
        "nl": r"werkt niet|lukt niet|kan (?:\w+ )*niet|fout\w*|mislukt\w*|vast(?:gelopen)?|probleem|problemen|geblokkeerd|verdwenen|verlopen|kapot",
        "ja": r"できない|できません|出来ない|失敗|エラー|止まっ|固まっ|動かない|動きません|バグ|不具合|消え|期限切れ|落ちる|おかしい|足りない",
        "ko": r"안\s?돼|안\s?되|안\s?됩|못\s?하|실패|오류|에러|멈[췄춰추]|버그|사라[졌지]|만료|부족|문제",
        "ar": r"لا استطيع|لا يمكن\w*|لا يعمل|لا تعمل|فشل|خطا|عالق|مشكله|مشكل|اختفي|انتهت|محظور",
    },
    Sign.HOW: {
        "en": r"how (?:do|does|can|could|should|would|to)|how's it possible|is (?:it|there) (?:possible|a way|any way|an option)|what(?:'s| is) the (?:best |easiest |right )?way|show me how|teach me|explain how|something i can|(?:what|which words) would i (?:type|say|write)|what(?:'s| is) the (?:trick|command|shortcut|phrase|word)|walk me through|guide me|instructions (?:for|on|to|how)|(?:the )?steps (?:to|for)|what (?:do|should|can|must|shall) i (?:type|say|write|do|click|press|enter)|can i|could i|am i able|(?:a|any|some|video) tutorials? (?:on|for|about|that)|tutorials?$|(?:any|some) (?:guide|instructions|tips)|where (?:do|can) i (?:find|change|set|add|cut|upload|export|download|see|put|place|click|insert)",
        "zh": r"怎么(?!会|没|有|又|老|总|还|就|一直|不|变|都|这么|那么|回事)|怎样|如何|咋(?!回事)|教程|教(?:我|一下)|在哪(?:里|儿)?(?:可以|能|调|加|设|改|找|看|点|切|剪|换|上传|导出)|哪里(?:可以|能|有|调|加|设|改)|可不可以|能不能",
        "de": r"wie (?:kann|mache?|geht|funktioniert|fuge|lade|exportiere|schneide|bekomme)|kann (?:ich|man)|gibt es",
        "fr": r"comment|est-ce (?:que je peux|possible)|puis-je|peut-on|ou (?:puis-je|trouver)",
        "es": r"como|se puede|puedo|hay (?:alguna )?(?:forma|manera)|donde",
        "pt": r"como|posso|da para|ha (?:alguma )?(?:forma|maneira)|onde",
        "nl": r"hoe|kan ik|is het mogelijk|waar (?:kan|vind)",
        "ja": r"どうやって|どうすれば|どうしたら|方法|やり方|使い方",
        "ko": r"어떻게|방법|어디서",
        "ar": r"كيف|هل يمكن|اين",
    },
    Sign.WHY: {
        "en": r"why|what (?:is|are|does|do|happens|happened|plan|formats?|file)|what's|which|who|where|when|how (?:much|many|long|large|big|often|safe|secure)|is (?:it|my|the|there|this|nemovideo)|are (?:my|you|the|there)|do (?:you|i|they)|does (?:it|nemovideo|the)|will (?:i|my|you|it)|am i",
        "zh": r"为什么|为何|为啥|多少|多大|多久|什么|吗|是否|会不会|谁|哪|怎么回事",
        "de": r"warum|wieso|was|wo|wer|wann|welche\w*|ist|sind|habt ihr",
        "fr": r"pourquoi|quel\w*|ou|qui|quand|combien|est-ce",
        "es": r"por que|que|cual\w*|donde|quien|cuand\w+|cuant\w+",
        "pt": r"por que|qual|quais|onde|quem|quando|quant\w+",
        "nl": r"waarom|wat|waar|wie|wanneer|welke|hoeveel|is",
        "ja": r"なぜ|なんで|どこ|いくら|何|ですか|ますか",
        "ko": r"왜|얼마|어디|무엇|뭐|나요|습니까|인가요",
        "ar": r"لماذا|ما|اين|كم|هل|من",
    },
    Sign.SERVICE: {
        "en": r"nemo ?video|you guys|you people|you folks|(?:any|some|every)(?:one|body) (?:there|at|from)|your (?:\w+ )?(?:team|company|(?:web)?site|service|servers?|app|software|tool|product|system|platform|policy|policies|terms|people|staff|engineers?|developers?|manager|boss|prices?|plans?)",
        "zh": r"你们|贵司|官方|你家|平台|网站|软件|手机版|电脑版|客户端|服务器",
        "de": r"euer\w*|eure\w*|ihre? (?:firma|dienst|seite|app)",
        "fr": r"votre (?:entreprise|service|site|application|equipe)",
        "es": r"su (?:empresa|servicio|sitio|aplicacion)|vuestr\w+",
        "pt": r"(?:sua empresa|seu (?:servico|site|aplicativo))",
        "nl": r"(?:jullie|uw) \w+",
        "ja": r"御社|貴社|そちら",
        "ko": r"귀사|회사",
        "ar": r"شركتكم|موقعكم|خدمتكم",
    },
    Sign.TOLD: {
        "en": r"i'?m|i've|it's|that's|'s been|is|are|was|were|has|have|had|been|am|did|does|got|gets?|getting|keeps?|says?|said|tells?|told|goes|went|comes?|came|became|becomes|turned|stays?|stayed|took|takes|ate|gave|gives|stop(?:s|ped)|starts|started|ends|ended|shows|showed|looks|sounds|plays|made|makes|lost|happens|happened|shows? up|comes out|lands|wrong|missing|empty|weird|strange|(?:i|it|you|they|ai|the \w+) (?:\w+ )?\w{2,}ed|took|i(?! (?:said|meant|want|need|like|love|would|prefer|hate|have an? ))",
        "zh": r"了|着|在|是|有|会|被|就|还|说",
        "de": r"(?!)",
        "fr": r"(?!)",
        "es": r"(?!)",
        "pt": r"(?!)",
        "nl": r"(?!)",
        "ja": r"ました|ています|ている",
        "ko": r"했어|됐어|습니다|있어요",
        "ar": r"(?!)",
    },
    Sign.WANT: {
        "en": r"should|must|ought|needs?|want|wants|would like|'d like|i like|prefer|would look|too (?:long|short|loud|quiet|soft|dark|bright|fast|slow|big|small|large|high|low|warm|cold|much|many|little|tight|wide|boring|busy|early)|not \w+ enough|a (?:bit|little|touch)|(?:more|less) \w+(?: please)?|let'?s|mis-?spel\w*|typos?|i (?:said|meant)|bit|off|please",
        "zh": r"应该|要(?!怎)|想|希望|太|有点|一点|一些|最好|改成|换成|我说的是|我是说|而不是",
        "de": r"soll\w*|mochte|will|zu \w+",
        "fr": r"doit|doivent|veux|voudrais|trop",
        "es": r"debe\w*|quiero|quisiera|demasiado",
        "pt": r"deve\w*|quero|queria|demais",
        "nl": r"moet\w*|wil|graag|te \w+",
        "ja": r"したい|ほしい|してほしい|ください|すぎ",
        "ko": r"싶어|싶습니다|주세요|해줘|너무",
        "ar": r"اريد|يجب|جدا",
    },
    Sign.SELF: {
        "en": r"my|mine|i|i'm|i've|me|our|we",
        "zh": r"我",
        "de": r"ich|mein\w*|wir|unser\w*",
        "fr": r"je|j'\w+|mon|ma|mes|nous|notre",
        "es": r"mi|mis|me|yo|nuestr\w+",
        "pt": r"meu|minha|meus|eu|nosso|nossa",
        "nl": r"ik|mijn|wij|we|onze",
        "ja": r"私|僕|俺|自分",
        "ko": r"제|내|저",
        "ar": r"انا|لي|عندي",
    },
    Sign.EDIT: {
        "en": r"cut|trim|crop|split|add|insert|put|place|remove|delete|drop|replace|swap|rotate|flip|mirror|mute|unmute|fade|speed|slow|reverse|loop|merge|join|combine|move|raise|lower|increase|decrease|reduce|bring|turn|apply|make|create|generate|overlay|blur|zoom|pan|stabili[sz]e|colou?r(?:i[sz]e)?|brighten|lighten|darken|sharpen|denoise|duck|translate|transcribe|caption (?:it|this|the|my)|subtitle|dub|narrate|undo|redo|shorten|lengthen|extend|resize|freeze|duplicate|normali[sz]e|animate|enhance|get rid of|break|extract|stitch|assemble|build|produce|compose|design|close|tidy|correct|tighten|soften|boost|dim|take (?:out|off|away)|lose|hide|switch(?! me)|regenerate|compress|scale|cent(?:er|re)|smooth",
        "zh": r"把|将(?!来)|给(?:视频|片|画|它|我加)|让(?!我)|(?:剪|删|加(?!载)|添加|去(?![哪年])|裁|切|截|保留|旋转|翻转|静音|淡|加速|减速|放慢|倒放|合并|拼接|移动|设|调|压|提(?![到交示])|改|换|替换|配|生成|制作|做|写|插入|模糊|放大|缩小|撤销|重做|用(?!户)|扶|修(?!改)|补|拉|抹|打码|转(?!场))(?!完|过|不|出来|好(?:了|以|之|后)|的时候|以后|之后|了.{0,12}(?:后|就|但|可|还|不|没|花|坏))",
        "de": r"schneid\w*|entfern\w*|fug\w*|mach\w*|losch\w*|setz\w*|dreh\w*|ersetz\w*|stell\w*|kurz\w*",
        "fr": r"coup\w+|ajout\w+|enlev\w+|supprim\w+|mets?|mettez|remplac\w+|tourn\w+|raccourci\w+|fais|faites",
        "es": r"corta\w*|anad\w+|agrega\w*|quita\w*|elimina\w*|pon\w*|cambia\w*|gira\w*|haz\w*|recorta\w*",
        "pt": r"cort\w+|adicion\w+|remov\w+|coloc\w+|tir[ae]\w*|mud\w+|gir\w+|fac\w+",
        "nl": r"knip\w*|voeg\w*|verwijder\w*|zet|maak|draai\w*|vervang\w*|snijd",
        "ja": r"(?!)",
        "ko": r"(?!)",
        "ar": r"قص|اضف|احذف|ضع|اجعل",
    },
    Sign.FAINT: {
        "en": r"show|say|speak|give|fix|start|end|begin|write|repeat|change|set|clean|keep|use|sync|align|convert|rename|edit|get|find|pick|record|analy[sz]e|film|help me \w+",
        **dict.fromkeys(("zh", "de", "fr", "es", "pt", "nl", "ja", "ko", "ar"), r"(?!)"),
    },
    Sign.MIDST: {
        "zh": r"(?:剪|删|去|裁|切|调|改|换|提|压|放|缩|加|减|拉|移|挪)(?:在|到|最|往|掉|小|大|短|长|亮|暗|成|为|快|慢|高|低|上|个|一个|段|张|一下|一点)(?!了|以后|之后|后|完|的时候|时|就|之前|前(?!面)|不)",
        **dict.fromkeys(("en", "de", "fr", "es", "pt", "nl", "ja", "ko", "ar"), r"(?!)"),
    },
    Sign.QUIET: {
        "en": r"please|pls|ok|okay|hi|hey|hello|thanks|now|then|and|so|just|also|first|(?:can|could|would|will|shall) (?:you|we)|i want (?:you )?to|i would like (?:you )?to|i'd like (?:you )?to|i need (?:you )?to|let'?s|help me(?: to)?|go ahead and|kindly|in (?:this|the|my) (?:video|clip|film),?",
        "zh": r"请|麻烦|帮我|帮忙|你好|您好|我想|我要|然后|先|再|能(?:不能|否)?帮我|可以帮我",
        "de": r"bitte|kannst du|konnten sie|jetzt|dann|hallo",
        "fr": r"s'il (?:te|vous) plait|peux-tu|pouvez-vous|bonjour|ensuite",
        "es": r"por favor|puedes|podrias|hola|luego",
        "pt": r"por favor|voce pode|pode|ola|depois",
        "nl": r"alsjeblieft|kun je|kan je|hallo|dan",
        "ja": r"(?!)",
        "ko": r"(?!)",
        "ar": r"من فضلك|هل يمكنك|مرحبا",
    },
}

TOPICS: Final[dict[Topic, dict[str, str]]] = {
    Topic.BILLING: {
        "en": r"bill(?:s|ed|ing)?|invoices?|refund\w*|over ?charged?|charg(?:e|es|ed|ing)(?! my phone)|payments?|paid|pay(?:s|ing)?|premium|subscri\w+|pricing|prices?|plans?(?! to)|upgrad\w+|downgrad\w+|receipts?|credit card|my card|money|memberships?|vat|free trial|coupons?|discounts?|promo code|cheaper|expensive|transactions?|purchas\w+|bought|(?:bank|card|my) statement|fees?|debit\w*|(?:auto-?)?renew\w*|per (?:month|year)|(?:monthly|yearly|annual)(?:ly)?|pro version|(?:un)?subscrib\w*|reimburs\w*|(?:your|student|nonprofit|non-profit|educational|reduced|special) rates?|\d+ (?:dollars|euros?|pounds|bucks|usd|eur)|[$€£] ?\d+|paypal|visa|mastercard|charge-?back",
        "zh": r"账单|发票|退款|退钱|收费|扣费|扣款|扣了|多扣|付款|支付|付费|订阅|套餐|会员|价格|多少钱|订单|开通|\d+ ?(?:元|块)|续费|年费|月费|能退|退(?:掉|费)|重复扣|多收|开票|收据|交易|优惠|打折|学生价|升级|充值失败",
        "de": r"rechnung\w*|erstattung|abo(?:s|nnement\w*)?|zahl\w+|preis\w*|abgebucht|tarif",
        "fr": r"factur\w*|rembours\w+|abonnement|paiement|prix|tarif\w*|preleve\w*|debite\w*",
        "es": r"factur\w*|reembols\w+|suscripcion|pago\w*|precio\w*|cobr\w+|plan",
        "pt": r"fatur\w*|reembols\w+|assinatura|pagamento\w*|preco\w*|cobr\w+|plano",
        "nl": r"factu\w*|terugbetaling|abonnement|betal\w+|prijs|prijzen|afgeschreven",
        "ja": r"請求|返金|支払|料金|課金|プラン|領収書",
        "ko": r"청구|환불|결제|요금|구독|영수증|가격",
        "ar": r"فاتوره|استرداد|دفع|اشتراك|سعر|خطه",
    },
    Topic.CREDITS: {
        "en": r"credits?(?! (?:card|roll|sequence|at the end))|balance(?! (?:the|of (?:the )?(?:color|audio)))|out of credits|topp?(?:ed|ing)?[ -]up|2001|quota|points|coins|insufficient (?:funds|credits?|balance)",
        "zh": r"积分|余额|额度|点数|充值|積分|餘額|2001",
        "de": r"guthaben|credits?",
        "fr": r"credits?|solde",
        "es": r"creditos?|saldo",
        "pt": r"creditos?|saldo",
        "nl": r"credits?|tegoed|saldo",
        "ja": r"クレジット|残高|ポイント",
        "ko": r"크레딧|잔액|포인트",
        "ar": r"رصيد|نقاط",
    },
    Topic.EXPORT: {
        "en": r"402|export\w*|download\w*|watermarks?|paywall|(?:free|paid|higher|pro) plan|get (?:my|the) (?:\w+ )?(?:clip|video|film|movie|file) out|free tier|(?:hand over|release|let me have) (?:my|the) (?:\w+ )?(?:clip|video|film|movie|file)|sav(?:e|ing) (?:my|the|this) (?:video|film|movie|clip)",
        "zh": r"402|导[不出]|导出|下不了|下载|導出|下載|匯出|水印",
        "de": r"402|export\w*|herunterlad\w*|download\w*",
        "fr": r"402|export\w*|telecharg\w+",
        "es": r"402|export\w*|descarg\w+",
        "pt": r"402|export\w*|baix\w+",
        "nl": r"402|export\w*|download\w*",
        "ja": r"402|書き出し|エクスポート|ダウンロード",
        "ko": r"402|내보내기|다운로드",
        "ar": r"402|تصدير|تحميل|تنزيل",
    },
    Topic.SIGN_IN: {
        "en": r"sign(?:ed|ing)?[ -]?(?:in|on|up|out)|log(?:ged|ging|s)?[ -]?(?:me |us |you )?(?:in|on|out)|login|passwords?|my account|accounts?|tokens?|registration|register(?:ed|ing)?|verif\w+|unauthori[sz]ed|session expired|access (?:expired|denied)|1001|401|403|429|too many requests|rate limit\w*|two-?factor|2fa",
        "zh": r"登录|登陆|登入|密码|登不|未登|手机号|账号|账户|帐号|帐户|令牌|token|注册|验证码|1001|401|403|429",
        "de": r"anmeld\w*|einlogg\w*|passwort|konto|registrier\w*|token",
        "fr": r"connexion|connecter|mot de passe|compte|inscription|token|jeton",
        "es": r"iniciar sesion|contrasena|cuenta|registr\w+|token",
        "pt": r"entrar|login|senha|conta|registr\w+|cadastr\w+|token",
        "nl": r"inlogg\w*|aanmeld\w*|wachtwoord|account|registr\w+|token",
        "ja": r"ログイン|サインイン|パスワード|アカウント|登録|トークン",
        "ko": r"로그인|비밀번호|계정|가입|토큰",
        "ar": r"تسجيل الدخول|كلمه المرور|كلمه السر|حساب\w*|رمز",
    },
    Topic.UPLOAD: {
        "en": r"upload\w*|(?:biggest|largest|longest|maximum|max) (?:file|video|film|clip|size)|drag(?:s|ged|ging)? (?:and drop|in|a|my|the)|import\w*|4001|4002|413|415|file (?:type|format|size)s?|formats?|too (?:large|big)|unsupported|not supported|\d{3,} ?mb|\d+ ?gb|heic|heif|wmv|flv|avchd|mkv|mts|3gp|accept\w*|(?:go|going|goes|get|getting) through|(?:my )?(?:iphone|gopro|drone|dji|camcorder|android) (?:\w+ )?(?:videos?|files?|clips?|footage)|from my (?:phone|iphone|camera|gopro|drone|computer|laptop|pc|mac)|\w+ files? (?:is|are|won|can|doesn|does not)",
        "zh": r"上传|导入|上傳|[传发拖]不[上了进]|素材太大|拖进去|拖不|传(?:了|到)?一半|不认.{0,4}(?:文件|视频|照片|图片|格式)|avi|wmv|传上去|能传|要传|heic|mkv|4001|4002|文件(?:太大|格式|大小|类型)|格式|不支持",
        "de": r"hochlad\w*|upload\w*|datei(?:format|große|grosse)\w*|format",
        "fr": r"televers\w+|importer|upload\w*|format",
        "es": r"subi\w+|sube|cargar|importar|formato",
        "pt": r"envi\w+|upload\w*|carregar|importar|formato",
        "nl": r"upload\w*|importer\w*|bestandsformaat|formaat",
        "ja": r"アップロード|取り込|ファイル形式|読み込",
        "ko": r"업로드|가져오기|파일\s?형식",
        "ar": r"رفع|استيراد|صيغه",
    },
    Topic.RENDER: {
        "en": r"where(?: is|'s| are)? my (?:\w+ )?(?:export\w*|video|film|movie|render|download)(?! (?:stored|kept|safe|go|saved))|how (?:far|much longer)|how long (?:do|does|will|would|must|should) (?:an? |the |my |it )?(?:export|render|download|video)\w*|(?:final|finished|exported|rendered) (?:video|film|movie|file|clip)|render\w*|encod\w+|processing|queued?|progress|(?:stuck|hangs|hanging|stops|stopped|frozen) at \d+|at \d+ ?(?:%|percent)|job(?:-\w+)?",
        "zh": r"渲染|没出来|出不来|(?:文件|片子|视频|成片).{0,3}在哪|合成(?!音)|转码|进度|到哪|哪一步|(?:导出|渲染|生成|下载)(?:还|需|要|得).{0,4}(?:多久|多长)|处理中|排队|任务|百分之|\d+ ?%",
        "de": r"render\w*|verarbeitung|fortschritt",
        "fr": r"rendu|traitement|encodage|progression",
        "es": r"render\w*|proces\w+|progreso",
        "pt": r"render\w*|process\w+|progresso",
        "nl": r"render\w*|verwerk\w+|voortgang",
        "ja": r"レンダリング|処理中|進捗",
        "ko": r"렌더링|처리\s?중|진행",
        "ar": r"معالجه|تقدم",
    },
    Topic.BUG: {
        "en": r"bug(?:s|gy)?|glitch\w*|crash\w*|editor|timeline|tracks?|clips?|titles?|captions?|subtitles?|transitions?|audio|sound|music|voice ?over|preview|sync|session|1002|edits?|editing|undo|effects?|filters?|quality|blurry|pixelated|black (?:screen|frames?|bars?)|video|film|movie|picture|error|5\d\d",
        "zh": r"bug|崩溃|闪退|编辑器|时间[线轴]|轨道|片段|标题|字幕|转场|声音|音频|音乐|配音|预览|同步|会话|1002|剪辑|画面|黑屏|花屏|模糊|视频",
        "de": r"bug|absturz\w*|timeline|untertitel|ton|video|schnitt|bild",
        "fr": r"bug|plante\w*|sous-titres?|son|video|montage|image",
        "es": r"bug|subtitulos?|sonido|audio|video|edicion|imagen",
        "pt": r"bug|legendas?|som|audio|video|edicao|imagem",
        "nl": r"bug|ondertitel\w*|geluid|video|montage|beeld",
        "ja": r"バグ|不具合|字幕|音声|音|映像|動画|編集|画面",
        "ko": r"버그|자막|소리|오디오|영상|동영상|편집|화면",
        "ar": r"ترجمه|صوت|فيديو|مونتاج|صوره",
    },
    Topic.WISH: {
        "en": r"feature request|request (?:a|this|the) feature|(?:add|build|implement|offer|bring|introduce)(?: in)? (?:support for|an option|the option|the ability|a feature|a setting)|i wish|it would be (?:nice|great|good|cool|useful|helpful)|you (?:should|could) (?:add|support|offer)|would love (?:to see|it if|support)|suggestions?|missing feature|will you (?:ever )?(?:add|support)|(?:plan|planning) to (?:add|support)|i'd love (?:to see|it if)|please consider|consider (?:adding|supporting|offering|making)|it would (?:\w+ ){1,3}if|(?:are|will|do) you (?:ever |guys )?(?:going|plan\w*|intend\w*|gonna) (?:to |on )?(?:support|add|have|offer|release|bring|build|make)\w*|will there (?:ever )?be|(?:feature|product) (?:idea|suggestion|proposal)|any (?:chance|hope|plans?) (?:of|for|to|that)|road ?map|make it possible|let us \w+ .{0,40}(?:some ?day|one day)|would be (?:\w+ )?(?:nice|great|good|cool|useful|helpful|handy|awesome)|in (?:the )?future|next (?:version|release)",
        "zh": r"建议|希望(?:你们|能|可以|增加|支持|以后)|能不能(?:增加|加个|支持)|增加.{0,12}功能|加个.{0,12}功能|功能(?:请求|建议)|能不能(?:出|开发|推出|上线)|要是(?:能|有)|就(?:更|太)?好了|下个版本|什么时候(?:能|会|可以)?(?:支持|出|上线|推出)",
        "de": r"funktionswunsch|wunsch",
        "fr": r"suggestion",
        "es": r"sugerencia",
        "pt": r"sugestao",
        "nl": r"suggestie",
        "ja": r"要望|機能追加",
        "ko": r"기능\s?(?:요청|제안)",
        "ar": r"اقتراح",
    },
    Topic.PRIVACY: {
        "en": r"privacy|private|how long (?:do|will|are|is) .{0,30}(?:keep|kept|store|stored|retain|retained|hold)|data retention|where (?:are|is) (?:the|your) (?:servers?|data ?cent\w+)|(?:has|have|get|gets|gain) access to (?:my|our|the)|personal (?:data|information)|gdpr|ccpa|my data|(?:delete|remove|erase|close|deactivate|wipe) (?:all )?(?:of )?my (?:account|data|personal|profile|information|history|private)|who (?:can )?(?:sees?|watch\w*|access\w*|owns?)|(?:see|watch|access|view|share|sell|keep|use) (?:what i|what we|my|our)|(?:everything|anything|all|the data|what) you (?:have|know|keep|kept|stored|hold) (?:about|on|of) me|about me|other people|visible to|shown to (?:any|some|other|people)\w*|your (?:employees|staff)|third part(?:y|ies)|(?:is|are|where (?:is|are|do)) (?:my|our) (?:videos?|footage|files?|media|uploads?|data) (?:safe|stored|kept|go|secure|used|shared)|stored|train(?:ed|ing)? (?:on|your|ai|an ai|the ai|models?|\w+ (?:ai|models?))|confidential\w*|data protection|(?:is|are|kept|keep|stay\w*) (?:\w+ ){0,4}(?:safe|secure\w*)(?! to)|(?:is|are|get|gets|be) (?:\w+ ){0,3}(?:deleted|removed|erased) (?:after|from)",
        "zh": r"隐私|个人(?:信息|数据|资料)|数据(?:安全|保护|存)|保密|删除我的(?:账号|账户|数据|个人)|注销|安全|谁(?:能|可以)?看|看得?到我|别人.{0,8}看|保存(?:多久|多长|在哪)|保留多|存(?:在|储)|泄露|训练|(?:删除|清除|清空|抹掉)我的(?:资料|信息|隐私)|我的(?:账号|账户|数据|个人|资料|信息)[^,，。]{0,6}(?:删|清)",
        "de": r"datenschutz|dsgvo|privatsphare|meine daten|gespeichert",
        "fr": r"vie privee|rgpd|confidentialite|mes donnees|donnees personnelles|stocke\w*",
        "es": r"privacidad|rgpd|mis datos|datos personales|almacen\w+",
        "pt": r"privacidade|lgpd|meus dados|dados pessoais|armazen\w+",
        "nl": r"privacy|avg|mijn gegevens|persoonsgegevens|opgeslagen",
        "ja": r"プライバシー|個人情報|データ保護|保存先",
        "ko": r"개인\s?정보|프라이버시|데이터\s?보호",
        "ar": r"خصوصيه|بياناتي|بيانات شخصيه",
    },
}
