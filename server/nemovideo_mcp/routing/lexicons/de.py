"""German command words."""

from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.lexicon import Lexicon

LEXICON = Lexicon(
    code="de",
    words={
        Kind.EXPORT: "rausexportieren, exportier mal, zum download, zum herunterladen, download link, downloadlink, ausspielen, spiel aus, ausleiten, exportieren, exportiere, exportier, export, herunterladen, runterladen, herunterzuladen, download, downloaden, "
        "downloade, exportiert, ausgeben, heruntergeladen, exportierst, exportiere den, runterzuladen, exportieren wir",
        Kind.RENDER: "rendern, rendere, render, rendering, gerendert, renderst",
        Kind.GIVE: "lege ab, reich, reiche, rück raus, schick rüber, leg ab, ablegen, abgespeichert, überreich, stell bereit, bereitstellen, leite weiter, weiterleiten, sende zu, kann ich bitte haben, krieg ich, bekomme ich, kriege ich, darf ich haben, hätte ich gern, zeig her, her mit, rüber, rausgeben, rausrücken, rüberschicken, aushändigen, zukommen lassen, überlasse, abspeicher, sichern, sichere, schick, schicke, schicken, sende, senden, gib, geben, speichern, speichere, speicher, abspeichern, liefere, liefern, "
        "schickst, sendest, mailen, maile, teile, teilen, gibst, kann ich haben, zuschicken, zusenden, uebergeben, mail, kann ich bekommen, bekommen, kriegen",
        Kind.WANT: "möchte, will, brauche, hätte gern, hätte gerne, brauch, wollen, moechte, haben, hole, hol, benötige, wir brauchen",
        Kind.HAVE: "wir haben, ich habe, wir drin haben, wir schon haben, enthalten, drauf, vorhanden, gibt, umfasst, besteht, haben wir, habe, hab, haben, gibt es, enthält, befindet, liegt, ist drin, drin, drauf, sind",
        Kind.FILM: "download link, endfilm, finalversion, endclip, mp4 version, endvideo, fertigvideo, finalfassung, gesamtvideo, video, film, datei, ergebnis, clip, version, videodatei, videos, link, endversion, fassung, endfassung, endergebnis, "
        "schnittfassung, endprodukt, schnitt, aufnahme, audio, ton, tonspur datei, mp4 datei, fertige, filmchen, dateien, werk, endschnitt, alles, reel",
        Kind.MATERIAL: "material, rohmaterial, fotos, foto, bilder, bild, clips, aufnahmen, medien, musik, lied, song, logo, musikdatei, filmmaterial, rohvideo, videoclips, bilddatei, tonaufnahme, audiodatei, videoclip",
        Kind.PROJECT: "projekts, projektes, projekt, entwurf",
        Kind.TEXT: "untertitel, transkript, abschrift, text, untertiteldatei, zusammenfassung, skript",
        Kind.SIZE: "hoher qualität, bester qualität, höchster qualität, qualität, auflösung, voller auflösung, höchster auflösung, format, maximaler qualität, fps, originalqualität, volle auflösung",
        Kind.UPLOAD: "hochlad, zum hochladen, raufladen, reinladen, lade rein, hinaufladen, uploade, einspielen, reinziehen, beifügen, hochladen, hochzuladen, upload, uploaden, importieren, importiere, importier, laden, lade, einlesen, einfügen, importiert, hinzuladen",
        Kind.TAKE: "nimm, verwende, nutze, benutze, füge hinzu, öffne, nehme, verwenden, fueg, füge, nehmen, benutzen",
        Kind.HERE: "hier hab ich, hier habe ich, hier hast du, ich schicke dir hier, ich hänge an, angehängt, angehängt ist, hier ist, hier sind, das ist, anbei, das sind, hier kommt, hier kommen, im anhang, dies ist, hier mein, hier meine, hier das, hier die",
        Kind.CREDIT: "credits, credit, punkte, kreditpunkte",
        Kind.BALANCE: "credit stand, creditstand, guthabens, punktestand, credit saldo, creditguthaben, guthaben, kontostand, saldo, restguthaben, guthabenstand, konto",
        Kind.AMOUNT: "verfügbare, verfügbaren, habe ich denn noch, übrige, übriges, verblieb, wieviel noch, alle sind, aus sind, wie viele noch, hab ich, habe ich, bleiben, habe ich noch, verbleiben, habe ich übrig, ausgegeben, stehen, leer, hab ich noch, wie viele, wieviele, wie viel, wieviel, noch, übrig, genug, verbleibend, verbleibende, verbleibenden, wie hoch, verbraucht, reichen, restliche, restlichen, aufgebraucht, verfügbar, ausreichend, genügend, reicht, verblieben",
        Kind.COST: "kostet, kosten, preis, preise, bezahlen, kaufen, aufladen, teuer, gratis, kostenlos, zahlen",
        Kind.STATE: "aktuelle stand, projektübersicht, schnittstand, fortschrittsstand, renderfortschritt, bearbeitungsfortschritt, schnittliste, clipliste, inhalt des projekts, inhalt meines projekts, projektinhalt, tracks, sequenz, projektstand, reihenfolge, spurenliste, aktueller stand, ablauf, bearbeitungsstand, status, stand, zustand, spuren, timeline, zeitleiste, fortschritt, zeitachse, zwischenstand, projektstatus, übersicht, tonspuren, videospuren, ebenen, spurliste, stand der dinge, renderstatus",
        Kind.SHOW: "zähl auf, zähle auf, gib mir einen überblick über, gib mir einen überblick, fass zusammen, fasse zusammen, zusammenfassen, erzähl, erzähle, schau, lass mich sehen, lass sehen, ich will sehen, kannst du mir sagen, gucken, guck, anschaun, zeigt, blick auf, zeig, zeige, zeigen, anzeigen, liste, auflisten, sag, prüfe, prüfen, überprüfe, sehen, ansehen, beschreibe, nenne, abfragen, check, checke, anschauen, zeigst, sagen, einblenden bitte, abrufen, verrate, listest, beschreib",
        Kind.GOING: "wie weit, wie läuft, wie steht, wie steht es, wie siehts, wie geht es voran, wie kommt",
        Kind.PLACE: "von meinem computer, von meinem rechner, von meinem handy, von meinem pc, vom handy, vom rechner, vom pc, vom computer, von meinem laptop, von der festplatte, usb stick, downloads ordner, computer, rechner, festplatte, desktop, handy, pc, laptop, ordner, lokal, schreibtisch, gerät, telefon, tablet",
        Kind.WHAT: "was für, was alles, woraus, was ist, was liegt, was gibt, was, welche, welcher, welches, wo, wie sieht, wie ist, wie steht, wie lautet, wie weit, wie geht, wie schaut, wie siehts, welchen, wie steht es, wie läuft",
        Kind.HOW: "wie, warum, wieso, weshalb, wann, wer, erkläre",
        Kind.LENGTH: "wie lang, wie lange, länge, dauer, gesamtlänge, gesamtdauer, laufzeit",
        Kind.IS: "ist, sind, wurde, hat, bin, läuft, war",
        Kind.DONE: "hochgeladen, exportiert worden, fertig geschnitten, geschnitten, fertig gerendert, bin fertig, wir sind fertig, soweit fertig, im kasten, weit, gelungen, durchgelaufen, gerendert, vollständig, komplett, geworden, passiert, fertig, abgeschlossen, erledigt, beendet, aus, so weit, soweit, durch, bereit, fertiggestellt, fertige, fertigen, fertiges, fertiger, vorangekommen, geklappt, voran, zu ende",
        Kind.SO_FAR: "bisher, bis jetzt, bislang, momentan, im moment, derzeit, zurzeit, gerade",
        Kind.TO: "um, über, in, im, auf, als, zu, zum, zur, an, am, für, ins, nach, vor, bei, unter, der, des, dem, den",
        Kind.OF: "von, vom, aus",
        Kind.WITH: "mit, ohne, inklusive",
        Kind.ONE: "ein, eine, einen, einem, einer, eines, ein paar, einige, ne, nen, neue, neues",
        Kind.ME: "mir, mich, uns",
        Kind.YOU: "dir, dich, ihnen",
        Kind.IT: "es, das, dies, dieses, diese, diesen, ihn, sie, das hier, dieser",
        Kind.NOT: "später, morgen, noch kein, noch keine, nachher, bloß nicht, nicht, kein, keine, keinen, nie, niemals, stopp, abbrechen, noch nicht, nichts",
        Kind.EDIT: "kürz, trimm, trimme, verkürze, füg, beschleunige, verlangsame, schneid, leiser, lauter, heller, dunkler, dreh, spiegele, stabilisiere, schneide, kürze, mach, mache, lösche, entferne, ändere, drehe, trenne, verbinde, ersetze, übersetze, erstelle, blende, setze, schneiden, kürzen, machen, hinzufügen, entfernen, ergänze, verschiebe, stelle, erhöhe, senke, reduziere",
        Kind.ABOUT: "über, mit dem text, namens, erklärt, mit der aufschrift, anleitung, tutorial, steht, titel",
        Kind.PRAISE: "danke dir, dankeschön, läuft, passt so, passt alles, alles gut, alles super, alles bestens, bestens, sehr wow, jo, jap, jawohl, jup, geil, cool, fantastisch, ich bin zufrieden, zufrieden, das wars, das war s, so passt das, so passt es, das passt, gut so, keine änderungen mehr, sieht toll aus, sieht klasse aus, guten morgen, guten tag, ok, okay, gut, super, perfekt, danke, toll, prima, ja, hallo, passt, klasse, sehr gut, alles klar, wunderbar, klingt gut, sieht gut, sieht super, genial, top, danke vielen dank, gefällt mir, in ordnung, hi, sieht, großartig, hey, moin, servus, so, spitze",
        Kind.FILLER: "hier, hier hab, bitte schön, einmal, doch mal, doch bitte, freundlicherweise, mir mal, wohl, eh, halt, fix, flott, zügig, rasch, umgehend, direkt, einfach mal, noch schnell, schnellstmöglich, wenn möglich, wenn es geht, gerade mal, mach weiter und, leute, alter, kumpel, würdest du, könntest du, kannst du, bin ich, na, werde, lasst, lass mich, lassen, hätte, wäre, bräuchte, mag, dort, dran, eigenen, erst, zuerst, nur, bitte, mal, jetzt, doch, mein, meine, meinen, meinem, meiner, meines, ich, du, wir, kannst, kann, könntest, könnten, können, "
        "der, die, das, den, dem, des, unser, unsere, unseren, ganze, ganzen, gesamte, final, finale, finalen, finales, endgültige, aktuell, aktuelle, aktuellen, aktueller, derzeitige, derzeitigen, eben, einfach, nun, schnell, gern, gerne, "
        "sofort, gleich, dann, computer, rechner, festplatte, herunter, schon, bereits, und zwar, noch einmal, nochmal, darf, würde, würdest, dürfte, sollen, soll, lass, lass uns, bitteschön, los, "
        "eigentlich, denn, jemals, mein projekt, derzeitig, fertigen und, komplett, komplette, kompletten, vollständige, vollständigen, so, zwei, drei, alle, allen, insgesamt, euch, sie bitte, gesamten, starte, starten, beginne, beginnen, desktop, handy, lokal, drauf, den aktuellen, möglich, ab, zwar, werden, wird, konto, meinem konto, könnt, ihr, pc, laptop, könnte, hey du, per, zurück, mein aktuelles, aktuelles",
        Kind.THEN: "wenn du fertig bist, wenn es fertig ist, wenn fertig, sobald es fertig ist, sobald du fertig bist, sobald fertig, wenn das fertig ist, wenn alles fertig ist, wenn du damit fertig bist, zuletzt, im anschluss, dann, danach, und dann, anschließend, und danach, zum schluss, hinterher, sowie",
        Kind.AND: "und, aber, oder",
    },
    split_verbs={
        ("lade", "hoch"): Kind.UPLOAD,
        ("lad", "hoch"): Kind.UPLOAD,
        ("laden", "hoch"): Kind.UPLOAD,
        ("lade", "herunter"): Kind.EXPORT,
        ("lade", "runter"): Kind.EXPORT,
        ("lad", "herunter"): Kind.EXPORT,
        ("lad", "runter"): Kind.EXPORT,
        ("laden", "herunter"): Kind.EXPORT,
        ("gib", "aus"): Kind.EXPORT,
        ("speichere", "ab"): Kind.GIVE,
        ("speicher", "ab"): Kind.GIVE,
        ("schick", "zu"): Kind.GIVE,
        ("zeig", "an"): Kind.SHOW,
        ("zeige", "an"): Kind.SHOW,
    },
    lookalikes="export, experte, state, staat, stadt, staub, spüren, renner, rennen, filmen, films, datein, datum, video, versionen, punkt, exponieren, filme, videos",
    compounds=True,
    scored="musik, lied, song, logo, musikdatei, tonaufnahme, audiodatei",
)
