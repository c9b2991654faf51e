"""The sentences of the support desk, in the languages they are said in."""

import math
from collections.abc import Iterable, Sequence
from typing import Final

from nemovideo_mcp.routing.help_words import Topic

_EN: Final = {
    "about": "This is about {topics}.",
    "about_contact": "You are looking for NemoVideo's support.",
    "checking": "Checking what can be checked…",
    "checked": "What I looked at:",
    "done": "Done already:",
    "try": "Most likely this helps:",
    "noticed": "I also noticed:",
    "then": "If that is not enough:",
    "channel_cloud": "The live chat on your dashboard at {url} (sign in first) usually answers faster than e-mail.",
    "channel_studio": "You work in the studio on your own computer, without an account, so nobody at NemoVideo can look into it. For questions about their "
    "cloud service there is the live chat on the dashboard at {url} (sign in first); it usually answers faster than e-mail.",
    "no_number": "I know of no telephone number, e-mail or postal address for support, so I give none.",
    "saved": "A request you can send there as it is: {path}. It quotes your last orders; tokens and other secrets are left out.",
    "not_saved": "The request could not be saved as a file ({why}); here it is:",
    "chat_only": "Nothing was edited and nothing was charged.",
    "access_own": "Access: your own token from NEMO_TOKEN{fate}.",
    "access_starter": "Access: a free starter token{since}{until}.",
    "access_renewed": "Access: the starter token had run out or was refused (1001); it is a fresh one now{until}.",
    "access_none": "Access: none yet.",
    "access_studio": "Access: the studio on this computer; it needs no account.",
    "refused": ", which the service refuses",
    "accepted": ", accepted",
    "since": ", {age} old",
    "until": ", good until {date}",
    "fault": "The service: {message}",
    "credits": "Credits: {available} available, {frozen} frozen, {total} in total.",
    "credits_free": "Credits: editing in the studio is free; nothing is charged.",
    "project": "Project “{name}” ({id}): {summary}",
    "render": "Export {job} ({format}): {state}, {progress} %{age}.",
    "render_failed": "Export {job} ({format}): {state}{age}. {message}",
    "render_delivered": "Export {job} ({format}): finished; the file is {path}.",
    "age": ", begun {age} ago",
    "minutes": "{count} minutes", "minute": "{count} minute", "hours": "{count} hours", "hour": "{count} hour", "days": "{count} days", "day": "{count} day",
    "pending": "waiting", "processing": "under way", "completed": "completed", "failed": "failed", "cancelled": "cancelled",
    "trouble": "{at}: {tool} answered {code}{message}",
    "no_trouble": "No failure was met here in the past seven days.",
    "disk": "Disk: {free} GB free.",
    "file_good": "“{name}”: fine ({facts}); type and size are within the limits.",
    "fix_renewed": "Your access had expired, so I fetched a fresh one. Do again what failed.",
    "fix_renewed_works": "Your access had expired, so I fetched a fresh one, and it works: the service answered to it. Do again what failed.",
    "fix_own_token": "The token in NEMO_TOKEN is refused and was not replaced. Put a fresh one there (or give it to `nemovideo-mcp login --token`), or remove it to "
    "work with a free starter token; then start the server again.",
    "fix_barred_own": "The token in NEMO_TOKEN lacks a right that `{tool}` needs: it was refused with 403 (a token can have read, write and upload). Make one in your account that has it, "
    "or remove NEMO_TOKEN to work with a free starter token; then start the server again.",
    "fix_barred": "The service refused `{tool}` with 403: the present access lacks a right for it. Register or use a token of your own that has it (read, write, upload).",
    "fix_session": "The old session is gone on the service's side, and its timeline with it. I opened a new one: send the files again.",
    "fix_fault": "{message} {next}",
    "fix_register": "There are no credits left. Register, and this work stays yours: {link}",
    "fix_top_up": "There are no credits left. Top up in your account at {url}. An export costs nothing; only edits and generation do.",
    "fix_delivered": "Export {job} is finished: {path}",
    "fix_running": "Export {job} is still being rendered; I am following it again. Call get_job with job \"{job}\" for the file.",
    "fix_stuck": "Export {job} was begun {age} ago and stands at {progress} %. I am asking after it again; a render that has not ended by now seldom does, so "
    'say "export" to order a new one. That costs nothing, and the timeline is as it was.',
    "fix_failed": 'Export {job} failed: {message} The timeline is as it was; say "export" to order it again. That costs nothing.',
    "fix_402_headers": "The export was refused for missing attribution headers, not for credits. Check name and version in the skill's frontmatter, then export again.",
    "fix_402": "The service refuses this export on the present plan (402). That is not about credits: register or upgrade at {link}, or export in the studio on this computer "
    "(NEMO_BACKEND=studio), which asks for no plan.",
    "fix_402_unmet": "If an export is refused with 402, that is a matter of the plan, not of credits. Export once here and I can say what the service answers.",
    "fix_402_studio": "The studio refuses no export for a plan or for credits. Say \"export\" and the file is rendered here.",
    "fix_disk": "Only {free} GB of disk are free; an export needs room. Free some and try again.",
    "fix_file": "{fault} {advice}",
    "converting": "Turning {name} into {kind}…",
    "fix_converted": "“{name}” is of a kind that is not taken, so I made {made} of it; the original is as it was. Send that file.",
    "fix_convert": "Turn “{name}” into {kind} first: open it in a program that reads it and save or export it as {kind}, or, where ffmpeg is installed, run: {command}",
    "fix_empty": "The timeline is empty, so there is nothing to export yet. Send a video, a picture or a sound in `files` first.",
    "fix_upload": "Files can be {types}, {limit} MB each at most. Name the file in `files` and I look at it before anything is sent.",
    "fix_credits": "There are credits left. An export is free; frozen credits belong to work under way and come back if it fails.",
    "fix_credits_studio": "In the studio nothing costs credits; if a message says otherwise, it came from the cloud: set NEMO_BACKEND=studio.",
    "fix_billing": "Plans, bills and refunds can be seen and changed only in the account itself: sign in at {url}. I can neither see an invoice nor promise a refund, "
    "and nothing was cancelled or paid.",
    "fix_billing_studio": "The studio on this computer has no plan and sends no bill. If you were charged, it was by the cloud service: sign in at {url} to see for what.",
    "fix_sign_in": "Access works at the moment. To use an account of your own, put its token into NEMO_TOKEN or run `nemovideo-mcp login --token`; `nemovideo-mcp logout` forgets it.",
    "fix_sign_in_studio": "The studio needs no sign-in. For the cloud, put a token into NEMO_TOKEN or run `nemovideo-mcp login --token`.",
    "fix_bug": 'Say "undo" to take the last change back; get_timeline shows what is there.',
    "fix_how": "You can have it done here: say “{wanted}” to this tool, and it is done on your timeline; it can be undone.",
    "fix_how_any": 'Say what you want in plain words, for example "cut the first 2 seconds", "add the title “Hello”" or "export as a 720p webm"; it is done here, and can be undone.',
    "fix_wish": "I cannot say whether it will be built. The request puts it into words for those who decide.",
    "fix_privacy_studio": "Your media stays on this computer, in {folder}; nothing is sent anywhere. Deleting that folder deletes all of it; the original files are never touched.",
    "fix_privacy_cloud": "You work with the cloud: files you upload go to {host}. To keep everything on this computer set NEMO_BACKEND=studio. What the service has stored can be "
    "deleted only by its people: ask in the live chat. `nemovideo-mcp logout` forgets the access kept here.",
    "fix_contact": "Say what is wrong in a sentence and I look at it first; most things about access, credits, uploads and renders can be settled right here.",
    "request_subject": "Support request: {topics}{detail}",
    "request_ordered": "{at}: export {job} ({format}) ordered{fate}",
    "request_failed": "; it failed: {message}", "request_going": "; it stands at {progress} % ({state})",
    "request_what": "What happened",
    "request_words": "In the user's words:",
    "request_checked": "What was checked, and how it stood",
    "request_tried": "What was tried or advised",
    "request_steps": "Steps",
    "request_asked": "The skill `{skill}` was asked for help in the words above.",
    "request_done": "{at}: “{asked}” was said to `{tool}`{answer}", "request_answer": "; it answered: {answer}",
    "request_no_ids": "There is no project yet.",
    "request_none": "Nothing else is recorded on this computer for the past seven days.",
    "request_versions": "Versions",
    "request_ids": "Ids",
    "request_wanted": "What is asked for",
    "request_please": "Please look into it and say what can be done.",
    "request_left_out": "Tokens, passwords, the client id and the names of home folders were left out on purpose.",
    "when": "Written",
    "backend": "Backend",
    "billing": "billing", "topic_credits": "credits", "export": "a blocked export", "sign-in": "signing in", "upload": "an upload", "render_topic": "a render",
    "bug": "a bug in the editor", "how-to": "how to do something", "wish": "a wish for a feature", "privacy": "privacy", "contact": "reaching support",
}  # fmt: skip
_ZH: Final = {
    "about": "您的问题是关于{topics}。",
    "about_contact": "您想联系 NemoVideo 的支持人员。",
    "checking": "正在检查…",
    "checked": "我检查了：",
    "done": "已经处理：",
    "try": "最可能有用的办法：",
    "noticed": "另外还注意到：",
    "then": "如果还不行：",
    "channel_cloud": "可以用控制台上的在线客服：{url}（先登录），通常比邮件更快。",
    "channel_studio": "您用的是自己电脑上的工作室，没有账号，所以 NemoVideo 的人看不到它。关于云服务的问题，可以用控制台上的在线客服：{url}（先登录），通常比邮件更快。",
    "no_number": "我不知道任何支持电话、邮箱或通讯地址，所以不会编造。",
    "saved": "可以直接发送的求助信：{path}。其中引用了您最近的操作，不含令牌等机密。",
    "not_saved": "求助信未能存成文件（{why}），内容如下：",
    "chat_only": "没有做任何修改，也没有扣费。",
    "access_own": "访问：您在 NEMO_TOKEN 中设置的令牌{fate}。",
    "access_starter": "访问：免费的试用令牌{since}{until}。",
    "access_renewed": "访问：试用令牌已过期或被拒绝（1001），现已换成新的{until}。",
    "access_none": "访问：尚未建立。",
    "access_studio": "访问：本机工作室，不需要账号。",
    "refused": "，被服务拒绝",
    "accepted": "，有效",
    "since": "，已用 {age}",
    "until": "，有效期至 {date}",
    "fault": "服务：{message}",
    "credits": "积分：可用 {available}，冻结 {frozen}，总计 {total}。",
    "credits_free": "积分：在本机工作室剪辑免费，不扣任何费用。",
    "project": "项目“{name}”（{id}）：{summary}",
    "render": "导出 {job}（{format}）：{state}，{progress} %{age}。",
    "render_failed": "导出 {job}（{format}）：{state}{age}。{message}",
    "render_delivered": "导出 {job}（{format}）：已完成，文件在 {path}。",
    "age": "，{age}前开始",
    "minutes": "{count} 分钟", "minute": "{count} 分钟", "hours": "{count} 小时", "hour": "{count} 小时", "days": "{count} 天", "day": "{count} 天",
    "pending": "等待中", "processing": "进行中", "completed": "已完成", "failed": "失败", "cancelled": "已取消",
    "trouble": "{at}：{tool} 返回 {code}{message}",
    "no_trouble": "过去七天这里没有记录到错误。",
    "disk": "磁盘：剩余 {free} GB。",
    "file_good": "“{name}”：没有问题（{facts}），类型和大小都在限制之内。",
    "fix_renewed": "您的访问已过期，我已取得新的。请把刚才失败的操作再做一次。",
    "fix_renewed_works": "您的访问已过期，我已取得新的，并且可用：服务已正常应答。请把刚才失败的操作再做一次。",
    "fix_own_token": "NEMO_TOKEN 中的令牌被拒绝，我没有替换它。请换上新的令牌（或用 `nemovideo-mcp login --token` 输入），或者去掉它以使用免费的试用令牌，然后重启服务器。",
    "fix_barred_own": "NEMO_TOKEN 中的令牌缺少 `{tool}` 所需的权限，因此被 403 拒绝（令牌可以有 read、write、upload）。请在账户中生成带有该权限的令牌，或去掉 NEMO_TOKEN 以使用免费的试用令牌，然后重启服务器。",
    "fix_barred": "服务以 403 拒绝了 `{tool}`：当前的访问缺少所需的权限。请注册，或使用带有该权限（read、write、upload）的自己的令牌。",
    "fix_session": "旧会话在服务端已不存在，其时间线也不在了。我已打开一个新会话，请重新发送文件。",
    "fix_fault": "{message} {next}",
    "fix_register": "积分已用完。注册后作品会保留在您名下：{link}",
    "fix_top_up": "积分已用完。请在您的账户中充值：{url}。导出免费，只有编辑和生成才消耗积分。",
    "fix_delivered": "导出 {job} 已完成：{path}",
    "fix_running": "导出 {job} 仍在渲染，我已重新跟踪。用任务 “{job}” 调用 get_job 即可取得文件。",
    "fix_stuck": "导出 {job} 已开始 {age}，仍停在 {progress} %。我会继续查询；这么久还没结束的渲染很少会再完成，请说“导出”重新提交。导出免费，时间线没有变化。",
    "fix_failed": "导出 {job} 失败：{message} 时间线没有变化；请说“导出”重新提交，导出免费。",
    "fix_402_headers": "导出因缺少来源标头被拒绝，与积分无关。请检查技能文件头中的 name 和 version，然后再导出。",
    "fix_402": "服务在当前套餐下拒绝了这次导出（402）。这与积分无关：请注册或升级（{link}），或者在本机工作室导出（NEMO_BACKEND=studio），那里不需要套餐。",
    "fix_402_unmet": "如果导出被 402 拒绝，那是套餐问题，不是积分问题。请在这里导出一次，我就能告诉您服务怎么回答。",
    "fix_402_studio": "本机工作室不会因为套餐或积分拒绝导出。说“导出”，文件就在这里渲染。",
    "fix_disk": "磁盘只剩 {free} GB，导出需要空间。请清理后再试。",
    "fix_file": "{fault} {advice}",
    "converting": "正在把 {name} 转换成 {kind}…",
    "fix_converted": "不支持“{name}”这种文件，我已把它转换成 {made}，原文件没有改动。请发送这个新文件。",
    "fix_convert": "请先把“{name}”转换成 {kind}：用能打开它的程序另存或导出为 {kind}；装有 ffmpeg 的话，可以运行：{command}",
    "fix_empty": "时间线是空的，还没有可导出的内容。请先在 `files` 中发送视频、图片或声音。",
    "fix_upload": "支持的文件：{types}，每个不超过 {limit} MB。请在 `files` 中给出文件，我会在发送之前检查。",
    "fix_credits": "积分还有剩余。导出免费；冻结的积分属于正在进行的任务，失败时会退回。",
    "fix_credits_studio": "在本机工作室什么都不消耗积分；如果有提示说积分不足，那来自云端：请设置 NEMO_BACKEND=studio。",
    "fix_billing": "套餐、账单和退款只能在账户里查看和修改：请登录 {url}。我看不到发票，也不能承诺退款；没有取消或支付任何东西。",
    "fix_billing_studio": "本机工作室没有套餐，也不会产生账单。如果您被扣费，那是云服务：请登录 {url} 查看明细。",
    "fix_sign_in": "目前访问正常。要使用自己的账号，请把令牌放进 NEMO_TOKEN，或运行 `nemovideo-mcp login --token`；`nemovideo-mcp logout` 会清除它。",
    "fix_sign_in_studio": "本机工作室不需要登录。要用云端，请把令牌放进 NEMO_TOKEN，或运行 `nemovideo-mcp login --token`。",
    "fix_bug": "说“撤销”可以取消上一步修改；get_timeline 显示当前时间线。",
    "fix_how": "可以在这里直接完成：对本工具说“{wanted}”，就会在时间线上完成，之后也可以撤销。",
    "fix_how_any": "用平常的话说出要求即可，例如“剪掉前2秒”、“添加标题“你好””或“导出720p的webm”；都在这里完成，也可以撤销。",
    "fix_wish": "我不能说它会不会实现。求助信会把您的愿望转述给做决定的人。",
    "fix_privacy_studio": "您的素材保存在这台电脑的 {folder} 中，不会发送到任何地方。删除该文件夹即可全部删除；原始文件从不改动。",
    "fix_privacy_cloud": "您用的是云端：上传的文件会发送到 {host}。要把一切留在本机，请设置 NEMO_BACKEND=studio。服务端保存的内容只能由他们删除，请在在线客服中提出。`nemovideo-mcp logout` 会清除本机保存的访问。",
    "fix_contact": "请用一句话说明遇到的问题，我先检查；访问、积分、上传和渲染方面的问题多数可以在这里解决。",
    "request_subject": "求助：{topics}{detail}",
    "request_ordered": "{at}：提交导出 {job}（{format}）{fate}",
    "request_failed": "，失败：{message}", "request_going": "，停在 {progress} %（{state}）",
    "request_what": "发生了什么",
    "request_words": "用户原话：",
    "request_checked": "检查了什么，结果如何",
    "request_tried": "已尝试或建议的办法",
    "request_steps": "步骤",
    "request_asked": "用上面的话向技能 `{skill}` 求助。",
    "request_done": "{at}：对 `{tool}` 说“{asked}”{answer}", "request_answer": "，得到的回答：{answer}",
    "request_no_ids": "还没有项目。",
    "request_none": "过去七天这台电脑上没有其他记录。",
    "request_versions": "版本",
    "request_ids": "编号",
    "request_wanted": "希望得到的帮助",
    "request_please": "请查看并告知可以怎么处理。",
    "request_left_out": "令牌、密码、客户端编号和主文件夹名称已有意略去。",
    "when": "时间",
    "backend": "后端",
    "billing": "账单", "topic_credits": "积分", "export": "导出被拦", "sign-in": "登录", "upload": "上传", "render_topic": "渲染",
    "bug": "编辑器故障", "how-to": "操作方法", "wish": "功能建议", "privacy": "隐私", "contact": "联系客服",
}  # fmt: skip
_TABLES: Final = {"en": _EN, "zh": _ZH}
_NAMES: Final = {Topic.CREDITS: "topic_credits", Topic.RENDER: "render_topic"}


def tell(key: str, language: str, **values: object) -> str:
    """The sentence in the user's language, else in English."""
    return _table(language)[key].format(**values)


def joined(sentences: Iterable[str], language: str) -> str:
    """Sentences one after another, with a space between them where the language has one."""
    return ("" if language.startswith("zh") else " ").join(sentence for sentence in sentences if sentence)


def listing(names: Sequence[str], language: str) -> str:
    """Names one after another."""
    return ("、" if language.startswith("zh") else ", ").join(names)


def sentence(text: str, language: str) -> str:
    """A text that ends as a sentence does."""
    text = text.rstrip()
    return (
        text
        if not text or text[-1] in ".!?。！？…"
        else f"{text}{'。' if language.startswith('zh') else '.'}"
    )


def duration(seconds: float, language: str) -> str:
    """About how long: minutes up to an hour, hours up to two days, then days."""
    steps = ((3600, 60, "minute"), (172_800, 3600, "hour"), (math.inf, 86_400, "day"))
    _, unit, name = next(step for step in steps if seconds < step[0])
    count = max(1, round(seconds / unit))
    return tell(name if count == 1 else f"{name}s", language, count=count)


def topic_name(topic: Topic, language: str) -> str:
    """What a topic is called in a sentence."""
    return _table(language)[_NAMES.get(topic, topic.value)]


def _table(language: str) -> dict[str, str]:
    return _TABLES.get(language.split("-", maxsplit=1)[0].lower(), _EN)
