"""The sentences the handlers themselves say, in the languages they are said in."""

from typing import Final

_EN: Final = {
    "added": "Added {names}.",
    "there": "{names} was there already, so the timeline is as it was.",
    "not_used": "“{words}” was not used for it.",
    "not_exported": "Nothing was exported, because the edit before it was not made.",
    "no_files": "Nothing was attached. Send the file's full path or its address in `files`, and I will add it.",
    "credits": "You have {available} credits available, {frozen} frozen, {total} in total.",
    "unmetered": "Editing here is free: the studio runs on your own computer and charges nothing. "
    "The balance shown is {available} credits available, {frozen} frozen, {total} in total.",
    "empty_reply": "The backend answered without words and the timeline is as it was before.",
    "silent": "Done: {changes}.",
    "exported": "Your file is ready: {path} ({size}, {length}{shape}).",
    "rendering": "The render is running ({percent} %). Ask for job {job} to get the file.",
    "lost": "The connection broke while the edit was running; the timeline was read again.",
    "fresh": "The earlier session is gone, and its timeline with it; this is a new one.",
    "working": "⏳ Still working…",
    "connecting": "Connecting…",
    "queued": "Another request for this project is running; this one is queued.",
    "next_export": 'Say "export" to get the file.',
    "next_edit": "Say what to change, for example: cut the first 2 seconds.",
    "next_upload": "Send a video, picture or sound in `files`.",
    "next_job": 'Call get_job with job "{job}".',
    "next_move": "Say which clip to move, and where.",
    "next_other_format": "Ask for another format or resolution, for example: export as a 720p webm.",
    "next_share": "Open the project's page to see the timeline and the finished files.",
}
_ZH: Final = {
    "added": "已添加{names}。",
    "there": "{names}已经在项目里，时间线没有变化。",
    "not_used": "其中“{words}”没有用上。",
    "not_exported": "前面的修改没有完成，所以没有导出。",
    "no_files": "没有收到文件。请在 `files` 中给出文件的完整路径或网址，我就会添加。",
    "credits": "可用积分 {available}，冻结 {frozen}，总计 {total}。",
    "unmetered": "在这里剪辑是免费的：工作室在您自己的电脑上运行，不收取任何费用。显示的余额：可用 {available}，冻结 {frozen}，总计 {total}。",
    "empty_reply": "后端没有返回文字，时间线保持不变。",
    "silent": "已完成：{changes}。",
    "exported": "文件已导出：{path}（{size}，{length}{shape}）。",
    "rendering": "正在渲染（{percent} %）。可用任务 {job} 查询并取得文件。",
    "lost": "编辑过程中连接中断，已重新读取时间线。",
    "fresh": "之前的会话已失效，其时间线也不在了；现在是一个新会话。",
    "working": "⏳ 仍在处理…",
    "connecting": "正在连接…",
    "queued": "该项目有另一个请求正在进行，本请求已排队。",
    "next_export": "说“导出”即可得到文件。",
    "next_edit": "说出要修改的内容，例如：剪掉前2秒。",
    "next_upload": "请在 `files` 中发送视频、图片或声音。",
    "next_job": "用任务 “{job}” 调用 get_job。",
    "next_move": "请说明移动哪个片段、移到哪里。",
    "next_other_format": "也可以换一种格式或分辨率，例如：导出720p的webm。",
    "next_share": "打开项目页面可查看时间线和成片。",
}
_TABLES: Final = {"en": _EN, "zh": _ZH}


def say(key: str, language: str, **values: object) -> str:
    """The sentence in the user's language, else in English."""
    table = _TABLES.get(language.split("-", maxsplit=1)[0].lower(), _EN)
    return table[key].format(**values)
