"""English command words."""

from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.lexicon import Lexicon

LEXICON = Lexicon(
    code="en",
    words={
        Kind.EXPORT: "would you mind exporting, would you mind downloading, do you mind exporting, mind exporting it, final render, final export, dl, d/l, mind exporting, start exporting, begin exporting, go ahead with exporting, start downloading, mind downloading, mind saving, ready for export, ready for download, run the export, kick off the export, download link, exportable, eksport, export, exports, re-export, reexport, download",
        Kind.RENDER: "would you mind rendering, spit out, crank out, churn out, pump out, encode, encode it, mind rendering, start rendering, begin rendering, kick off the render, do the final render, produce the final, generate the final, create the final, make the final, build the final, produce the finished, generate the download link, create a download link, make a download link, generate a download link, produce a download link, generate a link, render, rendering, rerender, render out, output",
        Kind.EXTRACT: "extract, extracting, rip, pull out, take out, convert, turn, transform, strip out",
        Kind.GIVE: "would you mind sending, would you mind saving, do you mind sending, hit me with, chuck me, sling me, toss me, throw me, zip me, ping me, slide me, beam me, lob me, mind sending, put it in my inbox, pull down, drop the file, drop the final file, drop the finished file, drop the link, drop the download link, drop the mp4, can you give me, get it over to, let us have, may we have, turn over, forward, dm me, text me, airdrop me, pass me, pass along, send over, send across, get me, bring me, fetch me, hook me up with, i ll take, transfer, dispatch, provide, supply, drop me, shoot me, present me, return, send, deliver, ship, give, gimme, hand, hand over, hand me, save, email, mail, share, e mail, bring, pass, "
        "can i have, could i have, may i have, can i get, could i get, can we have, can we get, let me have, lemme have, sent",
        Kind.WANT: "love to have, d love to have, d love, i d love, i d love to have, like to have, love to get, like to get, looking for, we d love, want, need, wanna have, would like, d like, i d like, we d like, i would like, get, grab, fetch, wanna, wants, needs",
        Kind.HAVE: "has been added, have, got, has, there is, there are, contain, contains, exist",
        Kind.FILM: "audio, sound, video file, deliverables, rendered video, rendered file, finished video, final video, final file, finished file, final copy, copy, mp4 version, mov version, download link, vidoe, finished clip, final clip, end video, product, finished product, final product, end result, end product, finished piece, finished work, finished thing, video, videos, vid, movie, film, file, files, result, results, clip, version, final cut, final edit, the cut, the edit, my edit, my cut, rough cut, finished cut, finished edit, reel, "
        "final, output file, render file, masterpiece, master, footage file, link, deliverable, final product, "
        "highlight reel, highlights reel, recording, final result, outcome, whole thing, everything, all of it, mp4 file",
        Kind.MATERIAL: "vids, mp4s, movs, files, raw video, source, sources, jpeg, jpg, png, wallpaper, intro, outro, sample, samples, interview, tape, tapes, clips and photos, background track, voice over file, voice recording, vlog, raws, b roll, raw footage, jpgs, pngs, photo, photos, picture, pictures, pic, pics, image, images, footage, clips, media, song, songs, logo, "
        "asset, assets, material, materials, music file, audio file, audio files, video clips, video clip, "
        "video files, image file, stuff, recordings, takes, shots, raw files, screenshots, voice memo, soundtrack, movies, "
        "segments, scenes, elements",
        Kind.PROJECT: "projects, project, draft, session, workspace",
        Kind.TEXT: "subs, sub, cc, subtitle, subtitles, caption, captions, transcript, transcription, text, script, lyrics, captions file, "
        "subtitle file, subtitles file, caption track, closed captions, summary",
        Kind.SIZE: "high quality, best quality, highest quality, max quality, full quality, good quality, low quality, "
        "high res, high resolution, full resolution, highest resolution, original quality, resolution, quality, "
        "fps, frames per second, hq, format",
        Kind.UPLOAD: "up load, uplod, send up, drop in, pull in, bringing in, importing, upload from, upload, uploading, import, load, ingest, load in, load up, bring in, attach",
        Kind.TAKE: "use, take, add, include, put, insert, open, try, work with, start with, start from",
        Kind.HERE: "i m attaching, i am attaching, attaching, i m sending, sending you, i just sent, sharing, here is, here s, here are, heres, this is, these are, here you go, here it is, attached is, attached are, "
        "i ve attached, i attached, attached, here",
        Kind.CREDIT: "how many points, crdits, many points, coins, credits are, credits, credit, creds, tokens, credit points",
        Kind.BALANCE: "quota, allowance, remaining quota, funds, credit total, credits total, account, balance, account balance, credit balance, credits balance, credit count, wallet, my account",
        Kind.AMOUNT: "still got, left to spend, left to use, have left, how many, how much, left, remaining, remain, remains, enough, out of, used, use up, used up, still have, "
        "run out, running out, ran out, running low, low on, left over, available, spent, number of, amount of, any, total, remainder",
        Kind.COST: "cost, costs, price, prices, pay, charge, charged, expensive, free, buy, purchase, top up, need for",
        Kind.STATE: "status report, status update, progress report, tracklist, sequence of clips, edit status, current edit, edits so far, running order, project info, project details, project overview, project summary, timeline view, update, updates, news, eta, situation, summary of the project, order of clips, clip list, clip order, sequence, arrangement, edit list, state of things, project state, edit history, list of clips, list of tracks, sound tracks, audio tracks, video tracks, status, state, timeline, time line, tracks, track list, progress, layers, overview, track",
        Kind.SHOW: "walk me through, run me through, give me a rundown of, pull up, bring up, run down, read out, read me, catch me up on, fill me in on, give me an update on, update me on, show us, tell us, give me the list of, i need to see, i d like to see, i would like to see, wanna see, want to see, like to see, can i see, could i see, may i see, remind us, summarize, summarise, give me a summary of, give me a list of, recap, i want to see, remind me, enumerate, a list of, show, list, view, display, describe, see, tell, check, look at, print, give me an overview, "
        "inspect, look up, show me, tell me, let me see, let me know, let me look at",
        Kind.GOING: "where do things stand, where are things, where things stand, where we are, where we stand, how far did we get, how far have we come, how far have we got, how far is, how is it coming, how s it coming, how are things going, how s it going with, how s progress, what s the progress, where are we, where are we at, where do we stand, where is, where s, where are, how close are we, how far along, how far, how is it going with, what stage, how close",
        Kind.PLACE: "from my computer, from my laptop, from my phone, from my desktop, from my pc, from my mac, from disk, from my disk, from my drive, from my hard drive, from my gallery, from my camera roll, from my device, from my downloads, from my downloads folder, from my folder, from my iphone, from my ipad, from my library, off my phone, off my camera, off my laptop, from my camera, onto my phone, usb stick, sd card, external drive, computer, desktop, phone, laptop, disk, drive, folder, downloads, downloads folder, device, mac, pc, machine, inbox, hard drive, camera roll, gallery, library, tablet, ipad, iphone, locally, local",
        Kind.WHAT: "how does, how do they, what, which, whats, what s, wat, how is, how are, how s, hows",
        Kind.HOW: "how, why, when, how do i, how can i, how to, who, explain, which formats",
        Kind.LENGTH: "how long, duration, total length, what length, running time, runtime",
        Kind.IS: "does, did, is, are, was, has been, isn, am",
        Kind.MADE: "rendered, rendered out, exported, exported out, downloaded, saved, encoded",
        Kind.DONE: "stands, stand, finalize, finalise, finalizing, wrap up, wrap it up, finish up, finish it up, complete it, finish it, call it done, call it a wrap, it s a wrap, that s a wrap, done editing, finished editing, done with the edits, finished with the edits, done with editing, editing is done, edits are done, uploaded, been uploaded, moved along, moving along, coming together, shaping up, work, go well, went well, gone well, processed, stuck, underway, through, processing, done, finished, ready, complete, completed, going, coming along, far along, how far, over yet, succeeded, "
        "doing, gone through, finish, failed, worked, look like, looks like, looking, look",
        Kind.SO_FAR: "atm, rn, right at the moment, as of now, presently, to date, thus far, so far, up to now, until now, at this point, by now, at the moment",
        Kind.TO: "to, in, at, into, onto, on, as, for, inside, via, after, before, by",
        Kind.OF: "of, from",
        Kind.WITH: "w, incl, with, without, including",
        Kind.ONE: "a, an, some, another, one, new, few",
        Kind.ME: "me, back to me, over to me, us, myself",
        Kind.YOU: "you, u, ya",
        Kind.IT: "it, this, that, these, those, them, this one, that one",
        Kind.NOT: "later, tomorrow, next week, eventually, some other time, yet to, not yet, hold off, before exporting, before export, before i export, before downloading, before we export, instead of exporting, haven t, hasn t, wasn t, wouldn t, shouldn t, not, don, dont, don t, never, no, isn t, can t, cannot, cant, doesn t, didn t, won t, t, stop, cancel, nope, without exporting",
        Kind.EDIT: "show the logo, show my logo, show our logo, show the picture, show the photo, show the image, show this photo, show this picture, show this image, balance the, balance out, balance all, balance both, brighten, darken, cut it, cut this, stabilize, trim, cut out, make, change, remove, delete, crop, merge, combine, join, split, speed, slow, mute, rotate, "
        "fade, replace, swap, zoom, blur, move, undo, redo, create, generate, translate, burn, reverse, turn, convert, "
        "write, animate, shorten, lower, raise, keep, apply, adjust, set, edit the, drop, fix, transcribe, place, overlay",
        Kind.ABOUT: "add the words, put the words, with the words, write the words, show the words, insert the words, about, explaining, saying, says, titled, called, how to, that says, reading, tutorial, story, showing, named, "
        "says that, describing, covering, written",
        Kind.PRAISE: "ty, tysm, kk, alrighty, gotcha, great stuff, love this, loving it, i m happy with it, i m happy with this, happy with it, happy with this, i m satisfied, satisfied, approved, that s perfect, that s great, we re good, i m good, good enough, no more changes, no further changes, no changes, nothing else, done deal, looks right, looks amazing, looks perfect, that ll do, that will do, bingo, sweet, neat, dope, sick, yup, ya, yea, okey, okie, k, pretty good, much better, better, looks, feels, turned out, ok, okay, great, good, nice, perfect, thanks, thank you, thx, cool, awesome, yes, yep, yeah, sure, hi, hello, "
        "hey, love it, fine, excellent, alright, all good, wonderful, beautiful, lovely, hey there, hi there, that s it, "
        "all set, wow, super, fantastic, amazing, that s all, like it, happy, lgtm, brilliant, right then, thank, "
        "good job, well done, good to go, looks good, that works, works for me, cheers, ta, morning, nemo, everyone, sounds good",
        Kind.FILLER: "at the end, in the end, at the very end, to finish off, to finish up, to top it off, to wrap up, only, proceed to, move on to, go on to, continue to, proceed with, move on with, proceed with the, continue with, along, btw, fyi, lol, tbh, imo, please can you, when you get a chance, when you have a moment, pronto, stat, instantly, straight away, straight, as well, if possible, if you could, could you please, be so kind as to, be so kind, be a dear and, do me a favor, do me a favour, in one piece, one, anyway, out, i think we re, think, guess, i think, i guess, folks, team, man, dude, pal, hon, assistant, bot, dear, somehow, simply, properly, fast, soon as possible, the, my, our, your, please, pls, plz, now, just, can, could, would, will, i, we, i m, i ll, i d, we re, we d, "
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
        Kind.THEN: "when you re done, when you are done, when done, when finished, when it s done, when it is done, when it s ready, when it is ready, when ready, when that s done, when you re finished, when you are finished, when you re ready, when you are ready, when it s finished, when it is finished, when you ve finished, when you have finished, when that s finished, when everything s done, when everything is done, when it s all done, once you re finished, once you are finished, once you re ready, once you are ready, once it s finished, once it is finished, once you ve finished, once you have finished, once that s finished, once everything s done, once everything is done, once it s all done, as soon as you re finished, as soon as you are finished, as soon as you re ready, as soon as you are ready, as soon as it s finished, as soon as it is finished, as soon as you ve finished, as soon as you have finished, as soon as that s finished, as soon as everything s done, as soon as everything is done, as soon as it s all done, when that is done, once finished, once you re done, once it s done, once it is done, once you are done, once ready, once it s ready, once that s done, as soon as it s ready, as soon as it s done, as soon as you re done, after you finish, after you re done, when you finish, once you finish, if done, lastly, at last, then, and then, after that, afterwards, and finally, and after that, next, followed by, and also, once done",
        Kind.AND: "and, &, plus, but, or, n, also, so",
    },
    lookalikes="produce, produced, producer, expert, experts, expose, states, statue, statute, statutes, trucks, tricks, traces, trades, tracts, unload, "
    "balanced, balances, export, report, impact, imports, expired, moves, filmy, resulted, renders, reader, gender, "
    "tender, timelines, files, filed, loaded, reload, stats, uploads, downloads, upland, filter, credited, creditor, "
    "credible, layer, players, finals, finale, video, videos, master, masters, masked, mister",
    scored="background track, song, songs, logo, music file, audio file, audio files, soundtrack, voice over file, voice recording, voice memo, watermark",
)
