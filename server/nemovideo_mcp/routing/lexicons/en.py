"""English command words."""

from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.lexicon import Lexicon

LEXICON = Lexicon(
    code="en",
    words={
        Kind.EXPORT: "export, exports, re-export, reexport, download, downloaded",
        Kind.RENDER: "render, rendering, rerender, render out, output",
        Kind.GIVE: "turn over, forward, dm me, text me, airdrop me, pass me, pass along, send over, send across, get me, bring me, fetch me, hook me up with, i ll take, transfer, dispatch, provide, supply, drop me, shoot me, present me, return, send, deliver, ship, give, gimme, hand, hand over, hand me, save, email, mail, share, e mail, bring, pass, "
        "can i have, could i have, may i have, can i get, could i get, can we have, can we get, let me have, lemme have, sent",
        Kind.WANT: "love to have, d love to have, d love, i d love, i d love to have, like to have, love to get, like to get, looking for, we d love, want, need, wanna have, would like, d like, i d like, we d like, i would like, get, grab, fetch, wanna, wants, needs",
        Kind.HAVE: "has been added, have, got, has, there is, there are, contain, contains, exist",
        Kind.FILM: "product, finished product, final product, end result, end product, finished piece, finished work, finished thing, video, videos, vid, movie, film, file, files, result, results, clip, version, final cut, final edit, the cut, the edit, my edit, my cut, rough cut, finished cut, finished edit, reel, "
        "final, output file, render file, masterpiece, master, footage file, link, audio, deliverable, final product, "
        "highlight reel, highlights reel, recording, final result, outcome, whole thing, everything, all of it, mp4 file",
        Kind.MATERIAL: "vids, mp4s, movs, files, raw video, source, sources, jpeg, jpg, png, wallpaper, intro, outro, sample, samples, interview, tape, tapes, clips and photos, background track, voice over file, voice recording, vlog, raws, b roll, raw footage, jpgs, pngs, photo, photos, picture, pictures, pic, pics, image, images, footage, clips, media, song, songs, logo, "
        "asset, assets, material, materials, music file, audio file, audio files, video clips, video clip, video file, "
        "video files, image file, stuff, recordings, takes, shots, raw files, screenshots, voice memo, soundtrack, movies, "
        "segments, scenes, elements",
        Kind.PROJECT: "project, draft, session, workspace",
        Kind.TEXT: "subtitle, subtitles, caption, captions, transcript, transcription, text, script, lyrics, captions file, "
        "subtitle file, subtitles file, caption track, closed captions, summary",
        Kind.SIZE: "high quality, best quality, highest quality, max quality, full quality, good quality, low quality, "
        "high res, high resolution, full resolution, highest resolution, original quality, resolution, quality, "
        "fps, frames per second, hq, format",
        Kind.UPLOAD: "upload, uploaded, uploading, import, load, ingest, load in, load up, bring in, attach",
        Kind.TAKE: "use, take, add, include, put, insert, open, try, work with, start with, start from",
        Kind.HERE: "here is, here s, here are, heres, this is, these are, here you go, here it is, attached is, attached are, "
        "i ve attached, i attached, attached, here",
        Kind.CREDIT: "credits, credit, creds, tokens, credit points",
        Kind.BALANCE: "account, balance, account balance, credit balance, credits balance, credit count, wallet, my account",
        Kind.AMOUNT: "how many, how much, left, remaining, remain, remains, enough, out of, used, use up, used up, still have, "
        "run out, running out, ran out, running low, low on, left over, available, spent, number of, amount of, any, total, remainder",
        Kind.COST: "cost, costs, price, prices, pay, charge, charged, expensive, free, buy, purchase, top up, need for",
        Kind.STATE: "update, updates, news, eta, situation, summary of the project, order of clips, clip list, clip order, sequence, arrangement, edit list, state of things, project state, edit history, list of clips, list of tracks, sound tracks, audio tracks, video tracks, status, state, timeline, time line, tracks, track list, progress, layers, overview, track",
        Kind.SHOW: "summarize, summarise, give me a summary of, give me a list of, recap, i want to see, remind me, enumerate, a list of, show, list, view, display, describe, see, tell, check, look at, print, give me an overview, "
        "inspect, look up, show me, tell me, let me see, let me know, let me look at",
        Kind.GOING: "where are we, where are we at, where do we stand, where is, where s, where are, how close are we, how far along, how far, how is it going with, what stage, how close",
        Kind.PLACE: "computer, desktop, phone, laptop, disk, drive, folder, downloads, downloads folder, device, mac, pc, machine, inbox, hard drive, camera roll, gallery, library, tablet, ipad, iphone, locally, local",
        Kind.WHAT: "how does, how do they, what, which, whats, what s, wat, how is, how are, how s, hows",
        Kind.HOW: "how, why, when, how do i, how can i, how to, who, explain, which formats",
        Kind.LENGTH: "how long, duration, total length, what length, running time, runtime",
        Kind.IS: "does, did, is, are, was, has been, isn, am",
        Kind.DONE: "work, go well, went well, gone well, rendered, exported, processed, stuck, underway, through, processing, done, finished, ready, complete, completed, going, coming along, far along, how far, over yet, succeeded, "
        "doing, gone through, finish, failed, worked, look like, looks like, looking, look",
        Kind.SO_FAR: "so far, up to now, until now, at this point, by now, at the moment",
        Kind.TO: "to, in, at, into, onto, on, as, for, inside, via, after, before, by",
        Kind.OF: "of, from",
        Kind.WITH: "with, without, including",
        Kind.ONE: "a, an, some, another, one, new, few",
        Kind.ME: "me, back to me, over to me, us, myself",
        Kind.YOU: "you, u, ya",
        Kind.IT: "it, this, that, these, those, them, this one, that one",
        Kind.NOT: "not, don, dont, don t, never, no, isn t, can t, cannot, cant, doesn t, didn t, won t, t, stop, cancel, nope, without exporting",
        Kind.EDIT: "trim, cut out, make, change, remove, delete, crop, merge, combine, join, split, speed, slow, mute, rotate, "
        "fade, replace, swap, zoom, blur, move, undo, redo, create, generate, translate, burn, reverse, turn, convert, "
        "write, animate, shorten, lower, raise, keep, apply, adjust, set, edit the, drop, fix, transcribe, place, overlay",
        Kind.ABOUT: "about, explaining, saying, says, titled, called, how to, that says, reading, tutorial, story, showing, named, "
        "says that, describing, covering, written",
        Kind.PRAISE: "looks, feels, turned out, ok, okay, great, good, nice, perfect, thanks, thank you, thx, cool, awesome, yes, yep, yeah, sure, hi, hello, "
        "hey, love it, fine, excellent, alright, all good, wonderful, beautiful, lovely, hey there, hi there, that s it, "
        "all set, wow, super, fantastic, amazing, that s all, like it, happy, lgtm, brilliant, right then, thank, "
        "good job, well done, good to go, looks good, that works, works for me, cheers, ta, morning, nemo, everyone, sounds good",
        Kind.FILLER: "the, my, our, your, please, pls, plz, now, just, can, could, would, will, i, we, i m, i ll, i d, we re, we d, "
        "ll, re, d, m, s, ve, yet, already, then, so, very, really, all, whole, entire, full, final, latest, current, "
        "currently, right now, right away, asap, let me, over, up, do, be, been, go, ahead, go ahead, let, lets, let s, again, also, too, "
        "computer, desktop, phone, laptop, disk, drive, folder, downloads, downloads folder, device, "
        "mac, pc, machine, here, there, where, today, quickly, quick, like to, want to, wanna, gonna, going to, need to, "
        "have to, got to, able to, ready to, time to, try to, possible, possibly, possible to, is it possible to, kindly, "
        "must, should, might, may, shall, some, clean, raw, own, new, ready made, first, finally, sir, mate, buddy, bro, "
        "friend, thing, it s, that s, there s, immediately, own, exactly, once more, one more time, still, ever, "
        "well, um, uh, hmm, oh, maybe, next, me know, for me, to me, for us, on it, with it, both, each, every, proceed, "
        "edited, finalized, finalised, shareable, locally, start, begin, starting, "
        "to my computer, on my timeline, of it, in there, in here, on there, long, big, large, two, three, four, five, six, "
        "present, existing, original, best, local, if you can, when you can, when ready, would you, would you mind, "
        "do me a favor and, do me a favour and, be able to, the current, inbox, dont mind, not mind, you mind, option",
        Kind.THEN: "then, and then, after that, afterwards, and finally, and after that, next, followed by, and also, once done",
        Kind.AND: "and, &, plus, but, or, n, also, so",
    },
    lookalikes="produce, produced, producer, expert, experts, expose, states, statue, statute, statutes, trucks, tricks, traces, trades, tracts, unload, "
    "balanced, balances, export, report, impact, imports, expired, moves, filmy, resulted, renders, reader, gender, "
    "tender, timelines, files, filed, loaded, reload, stats, uploads, downloads, upland, filter, credited, creditor, "
    "credible, layer, players, finals, finale, video, videos, master, masters, masked, mister",
)
