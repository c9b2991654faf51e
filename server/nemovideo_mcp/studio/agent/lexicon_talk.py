"""English words of people who talk rather than order: toss, ditch, nudge, tack on; alternatives stand between bars."""

from typing import Any, Final

TALK_WORDS: Final[dict[str, str]] = {
    "REMOVE": "hide|get shot of|be done with|see the back of|has got to go|have got to go|knock|whack|shear off|ditch|bin|toss|toss out|scrap|axe|ax|nix|dump|zap|yank|yank out|chuck|chuck out|excise|omit|nuke|chop away|hack off|"
    "knock off|snip off|snip out|snip away|cut out of|do away with|take off|pull off|rip out|leave off|discard of|bin off|whack off|whack out",
    "CUT": "hack|sever",
    "KEEP": "hang on to|hang onto|hold on to|hold onto|only want|just want|only need|just need|want only|want just|need only|leave just|"
    "leave me with|leave me just|leave me only|leave nothing but|leave only|leave in only|stick with|boil it down to|all i want is|all i need is|"
    "all we need is|save just|all i want to keep is|i only want to keep|only want to keep|just want to keep|i want to keep only|only care about",
    "TRIM": "tighten|tighten up|pare down|pare|whittle down|whittle|prune|trim it back|cut back|cut it back|trim back",
    "MOVE": "nudge|shove|drag|reposition|scoot|stick it",
    "ADD": "start with|start off with|open with|begin with|kick off with|lead with|kick it off with|open it with|tack|tack on|tag on|chuck in|pop in|splash|stamp|plaster|bring in|bung in|bung|throw on|drop on|layer|slip in|"
    "work in|squeeze in|start off with",
    "PUT": "tuck|park|pin|plonk|plop|sit|sits|popped|set up",
    "REPLACE": "trade out|sub out|change out|switch out",
    "SPLIT": "carve|carve up|cleave|slice up|slice in two|make a cut|put a cut|add a cut|insert a cut|make a split|add a split|razor",
    "HALVES": "right down the middle|straight down the middle|down the middle|right in the middle|slap in the middle|in two|in half|at its midpoint|"
    "at the midpoint|at its middle|at the halfway point|clean in half",
    "FASTER": "whip through|race through|breeze through|zip through|fly through|blast through|rush through|speed through|fast forward through|quicken|hurry up|rev up|faster pace|faster speed|at a faster pace|at a faster speed|pick up the pace|zippier|snappier|speedier",
    "SLOWER": "crawl|crawl through|linger on|linger over|dwell on|slow right down|at a slower pace|at a slower speed|slower pace|slower speed|drag out",
    "SLOWMO": "slo mo|slow mow|in slow mo|super slow motion|slow mo effect",
    "MUTE": "shut off|hush|quieten completely|no audio",
    "LOUDER": "crank|crank it up|pump|push up|bring up|lift up|turn it up|jack up|dial up|kick up|hike|hike up|increasing",
    "QUIETER": "dial down|dial back|tone down|knock down|knock back|ease off|ease back|quieten|quieten down|pull down|hush down|drop down|"
    "tone it down|bring it down a notch",
    "DOWN": "way down|right down|down a notch|down a bit|down low",
    "UP": "way up|right up|up a notch|up a bit",
    "DENOISE": "clean the audio|clean the sound|clean up the audio|clean up the sound|clean the audio up|clean my audio|clean up my audio|"
    "clean up the audio track|cleaner audio|cleaner sound|clean audio|clean up the voice",
    "CLEANUP": "clean up|clean out|tidy up|filter out|cancel out|suppress|dampen|scrub",
    "NOISE": "crackle|crackling|rumble|whir|whirring|air conditioner noise|fan noise|traffic noise|background hiss|background hum|the wind|ambient noise|"
    "background chatter|whine|white noise",
    "NORMALISE": "even out the volume|even out the sound|even out the audio|even out the levels|even out the loudness|even the volume out|"
    "even out the audio levels|even out the sound levels|level the volume|level the audio|level the sound|balance the volume|balance the levels|"
    "balance the audio levels|balance the audio|make the volume consistent|make the volume even|consistent volume|even volume|equalise the loudness|"
    "equalize the loudness|same loudness throughout|standardise the volume|standardize the volume|loudness normalise|loudness normalize",
    "SILENCE": "lulls|dead spots|silent stretches|quiet gaps|quiet bits|quiet stretches|empty pauses|awkward gaps|dead space|long silences|"
    "dead air bits|blank spots",
    "STEADY": "smooth out the shaking|smooth out the shake|smooth the shaking|smooth out the shaky footage|smooth out the camera shake|"
    "smooth out the wobble|smooth the camera shake|steadied up|steady up|image stabilise|take out the shake|take the shake out|take the shakes out|"
    "less shaky|less wobbly|less jerky|less jittery",
    "FADE_IN": "ease in|ease in from black|come in from black|come up from black|open from black|start from black|starts from black|opens from black|"
    "comes in from black|emerge from black|begin with a fade in|start with a fade in|start with a fade from black|open with a fade in",
    "FADE_OUT": "ease out|ease out to black|go to black|goes to black|going to black|end on black|close to black|melt to black|melt into black|"
    "fade into black|fading to black|close with a fade out|end with a fade out|end with a fade to black|fade off to black|finish with a fade out|"
    "finish on a fade to black|finish with a fade to black|close on a fade to black|fades to black|fade everything out",
    "BACKWARDS": "the wrong way round in time|tail to head|in rewind|run backwards|run it backwards|run in reverse|run it in reverse|"
    "runs backwards|plays backwards|plays in reverse|playing backwards|playing in reverse|go backwards|goes backwards|rewound",
    "COLORWORD": "recolour|recolor",
    "TRANSPARENT": "half see through|partly see through|half transparent|partially transparent|partly transparent|semi see through|more see through|"
    "ghosted|semi opaque|half opaque",
    "OVERLAYWORD": "overlays|overlay images|graphics|brand mark|brandmark|company logo|channel logo|my logo|our logo|the brand logo|emblem",
    "SPEECH": "over dialogue|under dialogue|during speech|during dialogue|when there's talking|when there's speech|when there is someone talking|"
    "under the talking|under the dialogue|under the speech|spoken parts|the talking|the talking parts",
    "UNDER": "beneath it|under the whole thing|behind the whole thing|underneath it all|under it all|under it",
    "MUSIC": "backing music|background score|instrumental|soundbed|musical bed|background beat|backing song",
    "ALL": "what comes|whatever comes|whatever falls|anything that comes|everything that comes|all that comes|whatever happens|all that|whatever|anything that|everything that|every bit|the whole lot|the lot|all this",
    "UNDO": "scratch that|forget that|cancel that|strike that|nix that|take that back please|undo the previous change|undo the previous one|undo my previous change|never mind that change|undo that last bit|undo that last one|undo the last thing|undo that last thing|undo the last bit|undo the last one|"
    "take back that last change|take back the last change|take back the last step|undo my last|reverse that last change|reverse the last change|"
    "put it back how it was|put it back the way it was|put it back as it was|go back a step|go back one step|step back once|i changed my mind undo|unmake that|"
    "scratch that last change|revert that last change|revert the last change|undo what you just did|revert what you just did|take that last one back",
    "REDO": "bring back what i undid|bring back what i just undid|restore what i undid|restore what i just undid|put back what i undid|put back what i just undid|redo what i just undid|reinstate it|reinstate that|put that change back|bring that change back|reapply that|redo the last one|redo that last one|redo what i undid|do it again after all",
    "STARTOVER": "wipe the slate clean|back to square one|go back to square one|start from zero|go back to the beginning and start over|"
    "start all over|start all over again|begin afresh|start afresh|start from the top|throw it all away and start over|undo all of it|undo all my changes|undo all changes",
    "VOICEOVER": "read this over|read this out|read out|read out loud|read this out loud|read the following|narrate this|voice this|"
    "speak the following|narrate the following|have a voice read|have someone read|voice over reading|voice over saying|voiceover saying|"
    "voiceover reading|a voice saying|narration saying|spoken words",
    "EACHPIC": "for every picture|all the photos|each snap|every snap|each snapshot",
    "FREEZE": "pause the picture|pause the frame|pause on the frame|hold on the frame|hold the picture|hold the image|freeze the picture|freeze the image|"
    "freeze the action|stop motion on|freeze on|freeze on the frame",
    "DUPLICATE": "play back twice|show again|replay|show it again|show twice|repeated",
    "ROTATE": "swing|swivel|spin|turn round|turn around|spin round|spin around|swing round|swing around",
    "MIRROR": "flip left and right|swap left and right|flip it left to right|flip left right|mirror it|mirror flip|flip sideways",
    "STEPS": "moves",
    "AFTER": "right after|straight after|immediately after|just after|directly after",
    "BEFORE": "right before|just before|immediately before|directly before",
    "BEGIN": "opened|opens|open at|kick off at|kicks off|skip to|jump to|skip ahead|skip forward|jump ahead|jump forward|skip straight|jump straight|skip right|jump right|jump in|cut straight|start right|go straight",
    "DURING": "during|only during|just during|over the course of|for the duration of|for the whole of|for all of|while it is on",
    "BOTHENDS": "either side|each side of the film|the two ends|front and back|the front and the back|the front and back",
    "VAGUE": "the dull bit|the good bit|that bit|the funny part|the good part",
    "CUTSILENCE": "jump cut it|jump cut this|jump cut the talking|make it a jump cut",
    "CONTAINER": "the finished thing|the finished product",
    "CAPTIONIT": "put subtitles on it|put captions on it|get captions on it|get subtitles on it|caption everything|subtitle everything|subtitle the whole thing|"
    "caption the whole thing",
    "CAPTIONS": "subtitle text|cc|closed captioning|open captions",
    "BOX": "with a dark backing|with a dark box behind it|on a dark box|in a dark box|on a black box|in a black box|with a black background box",
    "JOIN": "string|chain|chain together|knit|patch together|weld|fuse",
    "BETWEEN": "at every join|at each join|at the joins|at every joint|at every changeover|at every change of clip|in between the clips",
    "USE": "come|goes|appears first|play out",
    "REVORDER": "in reverse order|in the opposite order|in opposite order|the opposite order|last to first|from last to first",
    "FINISH": "ends|finishes|stops|the tail|the tail end|wraps up",
    "LENGTHWORD": "total|in total length|overall length",
    "SAME": "do the same|the same thing|same thing|same again|ditto|likewise|do likewise|the same goes|the same for|the same to|the same with|the same on|same for|same with|do the same thing|do that|repeat that|apply the same|make the same change",
    "FILLER": "another|i'd rather|i would rather|boring|dull|annoying|ugly|horrible|awful|useless|unwanted|unnecessary|pointless|my own|our own|your own|let's hear|let us hear|that are left over|s|entirely|completely|totally|fully|pick from|choose from|select from|to choose from|to pick from|through|round|right at|right on|right when|right then|tone|feel|vibe|mood|feeling|bloody|damn|freaking|kinda|sorta|sort of|i think|i guess|i reckon|if you can|if you could|for now|"
    "when you get a chance|while you're at it|while you are at it|at long last|mate|guys|folks|hiya|howdy|yo|ta|cheers|much appreciated|appreciate it|"
    "would love|i'd love|i'd love to|i would love|it would be great if|would be great if|would be nice if|it'd be nice if|it'd be great if|"
    "how about|how about we|what if|what if we|why don't we|why don't you|why not|feel free to|be a dear and|be so kind as to|i'd prefer|"
    "i would prefer|i was hoping|i was hoping you could|i was wondering if you could|i was wondering if|any chance you could|any chance|"
    "is there any way to|is there a way to|is it possible to|do you think you could|you know|make sure|make sure that|make sure to|ensure|ensure that|"
    "gotta|got to|have to|needs|wants|supposed to|ought to|has got|really just|basically|overall feel|"
    "up a little bit|ever so slightly more|though|instead|already|from now on|once that's done|once that is done|once you're done|when you're done|when that's done|"
    "after you're done|when done|for good measure|on top of that|in addition|additionally|meanwhile|"
    "beginning to end|please and thank you|nicely done|for starters|to start with|to begin with|firstly|secondly|first off|first up|first thing",
}
TALK_VALUES: Final[dict[str, dict[Any, str]]] = {
    "EFFECT": {
        (
            "brightness",
            1,
        ): "less dark|less dim|less gloomy|less murky|more light|lift the shadows|brighten things up|lighten things up|brightened|brightened up|lightened",
        ("brightness", -1): "less bright|darkened|darken things|moodier|dimmer",
        ("contrast", 1): "more punch|less flat|less washed out|more contrasted",
        ("contrast", -1): "softer contrast",
        (
            "saturation",
            1,
        ): "richer|richer colours|richer colors|colours pop|colors pop|colours pop more|colors pop more|colour pop|color pop|"
        "colours stand out|colors stand out|colours more vivid|colors more vivid|colours richer|colors richer|bolder colours|bolder colors|colours bolder|"
        "colors bolder|livelier colours|livelier colors|punchier colours|punchier colors|more colourful looking|bump the colours|bump the colors|"
        "boost the colours|boost the colors|boost the colour|boost the color|stronger colours|stronger colors|colours stronger|colors stronger|intensify the colours|"
        "intensify the colors|more intense colours|more intense colors",
        (
            "saturation",
            -1,
        ): "muted colours|muted colors|tone down the colours|tone down the colors|tone the colours down|tone the colors down|"
        "less colour|less color|duller colours|duller colors|mute the colours|mute the colors|less intense colours|less intense colors|"
        "more muted|washed out look|faded look|faded colours|faded colors",
        (
            "temperature",
            1,
        ): "cosier|cozier|sunnier|more golden|golden look|less blue|more orange|warm look|warm glow|warmer glow|warmed up",
        ("temperature", -1): "icier|chillier|more blue|less yellow|less orange|cooled down|cold look",
        (
            "black_and_white",
            0,
        ): "b and w|noir|film noir|black n white|colourless|colorless|old film black and white|in greys|shades of grey|shades of gray",
        ("blur", 0): "defocus|defocused|soft focus|blurrier|blur out|smear|fuzzy",
        ("sharpen", 0): "sharpen up|more detail|crispen|crisp up|more crisp|more definition|more defined",
        (
            "vignette",
            0,
        ): "darkened edges|darker edges|darker corners|shaded edges|shadowed corners|darken the edges|darken the corners|dark borders round the edges",
    },
    "ALL": {
        "rest": "the rest|rest|the rest of it|the rest of the video|what's left|what is left|what remains|the remainder|everything else|all else|the leftovers"
    },
    "DEGREE": {
        50: "a smidge|a smidgen|a hair|ever so slightly|ever so little|just a bit|just a touch|just a little|a notch|a fraction|mildly|lightly|a wee bit|"
        "just slightly|only slightly|a tiny bit|just a tad|by a bit|by a little|a little more|a bit more|slightly more",
        200: "massively|hugely|dramatically|by a lot|a good deal|quite a lot|quite a bit|a ton|tons|loads|a whole lot|intensely|super",
    },
    "DEGREES": {
        90: "sideways|on its side|a quarter turn|quarter turn|by a quarter turn|by a quarter|a quarter of a turn|onto its side|90 deg",
        180: "a half turn|half turn|by a half turn|half a turn|a half circle",
    },
    "SHAPE": {
        "9:16": "phone shaped|phone size|phone sized|tall format|for a phone|for phones|for my phone|for mobile|upright format",
        "16:9": "wide format|letterbox format|cinema format|a wide format|tv format|in widescreen",
        "1:1": "a square|square shaped|square format|squared off|square crop",
    },
    "PLATFORM": {
        "9:16": "tiktoks|ig story|insta story|insta stories|insta reels|youtube short|yt shorts|instagram reel|facebook stories",
        "16:9": "my tv|the tv|the telly|youtube channel|a youtube video",
    },
    "EQ": {
        "voice": "bring out the voice|bring the voice out|bring out the vocals|bring the voice forward|bring out the speech|bring out the dialogue|bring the dialogue forward|make the speech stand out|make the voice stand out",
        "bass": "beef up the bass|fatten the bass|more low end|deeper bass|bassier",
        "treble": "more high end|brighter sound|crisper sound|more sparkle",
    },
    "PLACE": {
        "left": "to the left speaker|the left speaker|left speaker|left channel|left ear|left headphone|left hand channel",
        "right": "to the right speaker|the right speaker|right speaker|right channel|right ear|right headphone|right hand channel",
        "top-left": "top left hand corner|upper left hand corner|left hand top corner|the top left|left upper corner|topleft",
        "top-right": "top right hand corner|upper right hand corner|the top right|right upper corner|topright",
        "bottom-left": "bottom left hand corner|lower left hand corner|left bottom corner|bottomleft|left lower corner",
        "bottom-right": "bottom right hand corner|lower right hand corner|right bottom corner|bottomright|right lower corner",
        "top": "along the top|across the top|top edge|near the top|at the top of the screen|up at the top|high up",
        "bottom": "along the bottom|across the bottom|bottom edge|near the bottom|at the foot|down at the bottom|low down|at the bottom of the screen|"
        "foot of the screen|foot of the picture",
        "center": "across the middle|across the centre|across the center|bang in the middle|slap bang in the middle|smack in the middle|dead centre|right in the centre|right in the center|middle of the image|"
        "smack dab in the middle|centre of the screen|center of the frame|centre of the frame|centre of the picture|centre stage",
    },
    "SIZE": {
        16: "really big|really large|gigantic|super big|super large|extra big",
        4: "really small|super small|extra small|teeny",
    },
    "STYLE": {
        "calm": "mellow piano|laid back piano|sleepy|tranquil|serene|dreamy|soft piano|quiet piano|easygoing|easy going",
        "upbeat": "bouncy|peppy|cheery|jolly|uplifting|feel good|catchy|fast paced|summery",
        "cinematic": "film score|movie style|movie trailer|sweeping|dark and moody|suspense",
        "lo-fi": "lo fi hip hop|lofi hip hop|chilled out|study beats|laidback|chill out",
    },
    "BREAK": {
        "then": "and after that|once that's in|and lastly|and at the end|to finish|to finish off|to top it off|to wrap up|and to finish|and while you're at it|"
        "when that's in|thereafter|subsequently|from there",
        "soft": "along with|together with|on top of which|and perhaps",
    },
}
