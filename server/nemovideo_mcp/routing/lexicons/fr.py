"""French command words."""

from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.lexicon import Lexicon

LEXICON = Lexicon(
    code="fr",
    words={
        Kind.EXPORT: "exporter, exporte, exportez, export, télécharger, télécharge, téléchargez, exportation, exportons, téléchargement, exporté, réexporte, téléchargé, réexporter, exportes, exportée",
        Kind.RENDER: "rendu, render, calcule le rendu, rends, lance le rendu, faire le rendu, fais le rendu",
        Kind.GIVE: "sors, sortir, sortez, file moi, filez, remettre, rends moi, transfère, transférer, envoie, envoyer, envoyez, donne, donner, donnez, livre, livrer, livrez, sauvegarder, sauvegarde, enregistrer, enregistre, enregistrez, transmets, transmettre, "
        "puis je avoir, je peux avoir, partage, partager, sauvegardez, envoies, peux je avoir, fournis, fournir, passe, filer, file, récupérer, remets, pourrais je avoir, est ce que je peux avoir, on peut avoir",
        Kind.WANT: "veux, voudrais, besoin, aimerais avoir, veux avoir, il me faut, avoir, obtenir, souhaite, aimerais recevoir, recevoir, voudrais avoir, j ai besoin, veut",
        Kind.HAVE: "avons nous, ai je, dispose, contient, se trouve, on a, a, ai, as, a, avons, y a, il y a, contient, avez, a t on, trouve, y a t il",
        Kind.FILM: "vidéo, film, fichier, résultat, clip, version, fichier vidéo, montage, vidéos, lien, version finale, fichiers, audio, rendu final, résultat final, fichier final, produit fini, tout, montage final, reel, fichier mp4, séquence finale, son",
        Kind.MATERIAL: "photos, photo, images, image, rushes, clips, plans, médias, musique, chanson, logo, séquence, séquences, matériel, morceau, fichier audio, fichier son, enregistrement, enregistrements, rush, extraits, éléments, pistes son, dessin",
        Kind.PROJECT: "projet, brouillon",
        Kind.TEXT: "sous titres, sous titre, transcription, texte, résumé, script, légendes",
        Kind.SIZE: "haute qualité, meilleure qualité, qualité maximale, haute définition, pleine résolution, résolution, qualité, format, meilleure résolution, haute résolution, qualité originale, fps, bonne qualité, hd, full hd",
        Kind.UPLOAD: "importer, importe, importez, téléverser, téléverse, téléversez, uploader, upload, charger, charge, chargez, uploade, téléversement, chargement, mettre en ligne, importation, import",
        Kind.TAKE: "utilise, utiliser, prends, ajoute, ajouter, ouvre, utilisez, prendre, prenez",
        Kind.HERE: "voici, voilà, c est, ci joint, ci jointe, ci joints, tiens, ce sont, en pièce jointe",
        Kind.CREDIT: "crédits, crédit, jetons, points",
        Kind.BALANCE: "solde, solde de crédits, mon compte, compte",
        Kind.AMOUNT: "il reste, m en reste, ai je encore, combien il, plus assez, utilisés, dépensés, dispose, disposé, en reste, combien, combien de, reste, restants, restant, restent, assez, suffisamment, il me reste, reste t il, disponibles, disponible, utilisé, épuisé, encore, dépensé, quel nombre, nombre de, suffisant, plus de, consommé",
        Kind.COST: "coûte, coûter, coût, prix, payer, acheter, tarif, cher, gratuit, coûtent, tarifs, recharger",
        Kind.STATE: "état du projet, résumé du projet, séquence du projet, liste des pistes, liste des clips, avancement du projet, statut, état, pistes, timeline, progression, avancement, avancée, ligne de temps, chronologie, aperçu du projet, status, piste, état actuel, frise, calques, état d avancement, récapitulatif",
        Kind.SHOW: "montre, montrer, affiche, afficher, liste, lister, voir, vérifie, vérifier, dis, consulter, montrez, affichez, décris, dire, consulte, regarder, vérifiez, dites, donne moi l, indique, listez, connaître, savoir, jeter un œil",
        Kind.GOING: "où en est, où en sont, comment avance, où en sommes nous, où on en est, où en, comment se passe, où ça en est, où en es tu, où en êtes vous",
        Kind.PLACE: "ordinateur, disque, bureau, téléphone, pc, disque dur, localement, dossier, ordi, portable, appareil, tablette, mac, en local",
        Kind.WHAT: "qu est ce qui, qu y a, que contient, qu avons, y a quoi, quel, quelle, quels, quelles, que, quoi, qu, où en est, où en sont, où, comment avance, à quoi ressemble, qu est ce qu, qu est ce que, où en sommes nous, où on en est, où en, comment se passe, comment va, qu y a t il",
        Kind.HOW: "comment, pourquoi, quand, qui, expliquer, explique",
        Kind.LENGTH: "durée, combien de temps, longueur, durée totale, quelle longueur",
        Kind.IS: "est, sont, est ce que, est elle, est il, suis, fait",
        Kind.DONE: "terminée, bouclé, aboutie, achevée, fait, tourne, exporté, rendu fini, marche, prêts, fonctionné, terminé, fini, prêt, prête, finie, terminée, achevé, finies, finis, terminés, avance, ressemble, abouti, complété, marché, réussi, bientôt",
        Kind.SO_FAR: "jusqu à présent, pour l instant, pour le moment, jusqu ici, actuellement, en ce moment, jusqu à maintenant",
        Kind.TO: "en, sur, dans, à, au, aux, vers, comme, pour, sous, après, avant, chez",
        Kind.OF: "de, du, des, d",
        Kind.WITH: "avec, sans, incluant",
        Kind.ONE: "un, une, quelques, nouveau, nouvelle",
        Kind.ME: "moi, me, m, nous",
        Kind.YOU: "te, t, vous, toi",
        Kind.IT: "ça, cela, le, la, les, l, ceci, ce, cette, cet, ces, celui ci",
        Kind.NOT: "ne, n, pas, jamais, non, arrête, annule, aucun, surtout pas",
        Kind.EDIT: "coupe, couper, mets, mettre, enlève, supprime, baisse, change, recadre, insérer, appliquer, crée, fais, raccourcis, monte, accélère, ralentis, remplace, traduis, colle, tourne, augmente, supprimer, modifier, créer, faire, règle, fusionne",
        Kind.ABOUT: "sur le thème, disant, intitulé, qui dit, expliquant, tutoriel, titre, à propos, qui explique, présentant",
        Kind.PRAISE: "ok, bien, super, parfait, merci, d accord, génial, bonjour, salut, oui, très bien, c est bon, nickel, top, c est parfait, c est super, excellent, formidable, beau, bravo, magnifique, d acc, tout est bon, ça marche, impeccable, très, bonsoir",
        Kind.FILLER: "vais, je vais, allons, laisse moi, laissez moi, permets moi, auriez, aurais, merci, volontiers, désormais, viens de, s il te plaît, s il vous plaît, stp, svp, maintenant, le, la, les, l, mon, ma, mes, notre, nos, je, j, tu, on, peux, peut, pouvez, pourrais, pourriez, puis, "
        "final, finale, finaux, complet, complète, entier, entière, dernier, dernière, voudrais, aimerais, peux tu, pouvez vous, pourrais tu, pourriez vous, il, elle, ordinateur, mon ordinateur, tout de suite, vite, veuillez, juste, "
        "actuel, actuelle, actuels, est ce que je peux, disque, bureau, déjà, vas y, allez y, allons y, allez, lance, lancer, faut, faudrait, aussi, simplement, définitif, définitive, enfin, se, donc, tous, toutes, toute, "
        "deux, trois, propre, encore une fois, possible, est il possible de, serait il possible de, téléphone, immédiatement, commencer, commence, démarre, local, localement, pc, y, si possible, mon compte, plaît, gentiment, trouve, sont elles, ait, t il, ici, il te plait, il vous plait, merci de, bien vouloir, est possible, peut on, voulez vous, veux tu, va, vais, être, pouvoir",
        Kind.THEN: "puis, ensuite, et puis, et ensuite, après ça, après cela, et enfin, pour finir, enfin",
        Kind.AND: "et, mais, ou",
    },
    lookalikes="expert, experts, exporta, exports, étage, statue, vidéos, filme, filmer, pistes, pilote, pilotes, rendue, rendus, rendre, rentre, charger, changer, change, charges, chargé, version, solder, solide, soldes, credite",
)
