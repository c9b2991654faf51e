"""The errors of the API in the user's language, where that is not the English they are raised in."""

from typing import Final

from nemovideo_mcp.client.errors import ApiError, BadToken, NoCredits, PlanRequired, RateLimited

_ZH: Final = {
    "ApiError": ("视频服务无法完成这个请求。", "请稍后再试。"),
    "BadToken": ("对视频服务的访问已过期或无效。", "请再试一次，会重新取得访问权限。"),
    "NoSession": ("服务已没有这个项目的会话，其旧时间线也不在了。", "请新建项目并重新上传文件。"),
    "NoCredits": ("积分不足，这一步没有扣费。", "请在您的账户中充值，然后再说一次。"),
    "UnsupportedFile": ("不支持这种文件，没有上传。", "请换成 mp4、mov、webm、jpg、png、mp3、wav 等格式。"),
    "FileTooLarge": ("服务认为这个文件太大（最多 500 MB），没有上传。", "请压缩，或只剪出需要的部分再上传。"),
    "MissingClientId": (
        "服务没有接受本安装的标识。",
        "请检查 NEMO_CLIENT_ID（最多 64 个字符）或将其删除，然后再试。",
    ),
    "NotAllowed": ("以目前的权限，服务不允许这样做。", "请检查所用令牌是否有效，是否有读、写和上传的权限。"),
    "PlanRequired": ("目前的套餐不包含此功能，与积分无关。", "请注册或升级套餐以解锁；项目会保留。"),
    "NotFound": ("服务上已没有这个名字下的内容。", "请检查项目或任务，或者新建一个。"),
    "Conflict": ("项目在此期间被改动过，这次修改没有进行。", "请重新查看时间线，再说一次修改。"),
    "Invalid": ("服务没有接受这个请求，什么也没有改变。", "请换一种说法，或一次少说几件事。"),
    "RateLimited": ("服务要求放慢：来自这里的请求太多。", "请过几分钟再试。"),
    "Refused": ("服务拒绝了这个请求。", "请再试一次；如果还是这样，客服技能可以准备一份请求。"),
    "ServerFault": ("服务自身出了故障。", "请过一分钟再试。"),
    "Unreachable": ("无法连接到服务，或连接在回答完整之前中断。", "请检查网络连接和 API 地址，然后再试。"),
    "BadAnswer": (
        "回答的不像是视频服务（网络的登录页面，或地址有误？）。",
        "请检查网络和 API 地址，然后再试。",
    ),
    "Moved": ("服务指向另一个地址，没有跟随。", "请检查网络和 API 地址，然后再试。"),
    "AgentFailed": ("编辑器在处理时报告了问题。", "请稍后再试，或换一种说法。"),
    "StreamLost": ("回答过程中连接中断，消息没有重复发送。", "请查看时间线：修改可能已经完成。"),
    "StreamTimedOut": ("服务没有按时完成，消息没有重复发送。", "请过几分钟查看时间线：修改可能稍后出现。"),
    "RenderFailed": ("导出失败，没有生成文件。", "请再次导出；项目没有改变。"),
    "DownloadFailed": ("成片无法下载，没有保存任何内容。", "请再次下载；服务上保留着导出结果。"),
    "UnreadableFile": ("有文件无法读取，没有上传任何内容。", "请检查文件是否存在、是否可读。"),
}
_SAID: Final = "服务说："
_REGISTER: Final = "请注册以继续这个项目："
_UNLOCK: Final = "项目会保留。请注册或升级套餐以解锁："
_COME_BACK: Final = "请在 {seconds} 秒后再试。"


def in_words(error: ApiError, language: str) -> tuple[str, str]:
    """What happened and what to do next, in the user's language.

    An error with words of its own keeps them: they say more than its kind does.
    """
    if not language.lower().startswith("zh") or _has_own_words(error):
        return error.message, error.next_step
    happened, advice = _ZH[type(error).__name__]
    said = f"{_SAID}{error.detail}" if error.detail else ""
    return f"{happened}{said}", _next_step(error, advice)


def _has_own_words(error: ApiError) -> bool:
    own = isinstance(error, BadToken) and error.own
    headers = isinstance(error, PlanRequired) and bool(error.missing_headers)
    plain = error.message.startswith(type(error).happened)
    return own or headers or not plain or type(error).__name__ not in _ZH


def _next_step(error: ApiError, advice: str) -> str:
    if isinstance(error, NoCredits) and error.registration_link:
        return f"{_REGISTER}{error.registration_link}"
    if isinstance(error, PlanRequired) and error.registration_link:
        return f"{_UNLOCK}{error.registration_link}"
    if isinstance(error, RateLimited) and error.retry_after is not None:
        return _COME_BACK.format(seconds=round(error.retry_after))
    return advice
