"""Portuguese command words, Brazilian and European."""

from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.lexicon import Lexicon

LEXICON = Lexicon(
    code="pt",
    words={
        Kind.EXPORT: "exporta, exportar, exporte, baixar, descarregar, descarrega, descarregue, download, fazer download, fazer o download, faça o download, export, exportação, faz o download, exportado, transferir, exportá, baixá, exportamos, download do vídeo",
        Kind.RENDER: "renderiza, renderizar, renderize, render, renderização, renderizado, renderizá",
        Kind.GIVE: "baixe, baixa, solta, libera, envia, envie, enviar, manda, mande, mandar, dá, dar, entregue, entregar, entrega, salvar, salve, salva, guarda, guardar, guarde, passa, passe, passar, compartilhe, compartilhar, partilha, posso ter, me dá, gravar, me passa, partilhar, mandas, envias, pode dar, salvá, gravá, repassa",
        Kind.WANT: "quero, preciso, gostaria de ter, queria, obter, ter, receber, precisamos, pegar, pega, quero ter, preciso do, preciso da",
        Kind.HAVE: "tem, tenho, há, temos, contém, têm, existe, existem",
        Kind.FILM: "vídeo, filme, arquivo, ficheiro, resultado, clipe, versão, vídeos, link, versão final, resultado final, arquivos, ficheiros, montagem, produto final, arquivo final, tudo, corte, edição, edição final, reel, arquivo mp4, corte final, gravação",
        Kind.MATERIAL: "áudio, fotos, foto, imagens, imagem, clipes, material, filmagens, filmagem, gravações, música, canção, mídia, mídias, logo, fotografias, arquivo de áudio, cenas, logotipo, trechos, takes, elementos, materiais, logótipo, tomadas",
        Kind.PROJECT: "projeto, projecto, rascunho",
        Kind.TEXT: "legendas, legenda, transcrição, texto, resumo, roteiro",
        Kind.SIZE: "alta qualidade, melhor qualidade, máxima qualidade, alta definição, resolução, qualidade, formato, alta resolução, máxima resolução, melhor resolução, qualidade máxima, qualidade original, fps",
        Kind.UPLOAD: "upload, fazer upload, faça upload, fazer o upload, carregar, carregue, carrega, importar, importe, importa, subir, suba, sobe, faz upload, subo, faz o upload, faça o upload, anexar, importação, carregamento, uploads, upar",
        Kind.TAKE: "usa, use, usar, pegue, pega, utilize, adicione, abra, utiliza, inclua, adiciona",
        Kind.HERE: "aqui está, aqui estão, este é, esta é, estes são, segue, em anexo, aqui vai, eis, segue anexo, estas são, aqui tens, aqui tem, esse é, seguem, aqui vão",
        Kind.CREDIT: "créditos, crédito, pontos, fichas",
        Kind.BALANCE: "saldo, saldo de créditos, minha conta",
        Kind.AMOUNT: "ainda tenho, me restam, me resta, quanto crédito, usei, já gastei, já usei, sobra, sobrou algum, quantos, quanto, quantas, quanta, restam, resta, restantes, restante, suficiente, suficientes, bastantes, sobraram, sobram, disponíveis, disponível, ainda, gastei, usei, sobrou, sobrando, faltam, acabaram, quantidade de, restando, usado",
        Kind.COST: "custa, custar, custo, preço, preços, pagar, comprar, caro, grátis, custam, recarregar",
        Kind.STATE: "estado do projeto, resumo do projeto, sequência, lista de faixas, lista de clipes, status, estado, faixas, linha do tempo, linha de tempo, progresso, cronologia, timeline, trilhas, andamento, situação, estado atual, pistas, camadas, faixa, visão geral",
        Kind.SHOW: "mostra, mostre, mostrar, lista, liste, listar, ver, consulta, consulte, verifica, verifique, verificar, consultar, veja, exibe, exibir, exiba, diz, diga, dizer, descreva, checar, conferir, checa, confira, mostras, saber, descreve, olhar, informe, confere",
        Kind.GOING: "como está ficando, como está indo, como vai, como vão, em que pé, como anda, em que pé está, como está indo, a quantas anda, em que ponto está, como vai indo",
        Kind.PLACE: "computador, disco, celular, telemóvel, pc, desktop, pasta, dispositivo, área de trabalho, ambiente de trabalho, hd externo, notebook, tablet, telefone",
        Kind.WHAT: "quais os, o que há, o que tem, como está ficando, o que existe, que, qual, quais, o que, onde, como está, como vai, como estão, em que pé, o quê, como ficou, como anda, como é que está, como vão, em que, qual é, quais são, o que é, como é",
        Kind.HOW: "como, por que, porque, quando, quem, explica, porquê, explique",
        Kind.LENGTH: "duração, quanto dura, quanto tempo, comprimento, qual a duração",
        Kind.IS: "é, está, estão, foi, são, já está, estou, continua",
        Kind.DONE: "ficou pronto, ficou pronta, renderizado, carregado, encerrado, completa, pronto, pronta, terminado, terminou, acabou, concluído, concluída, feito, acabado, finalizado, finalizada, terminada, terminar, vai, prontos, prontas, falta, terminei, acabei, terminamos, acabamos, completo",
        Kind.SO_FAR: "até agora, por enquanto, até o momento, neste momento, no momento, atualmente, de momento, até aqui, agora mesmo",
        Kind.TO: "em, no, na, nos, nas, para, pro, pra, como, a, ao, por, num, numa, depois, antes, após, sob",
        Kind.OF: "de, do, da, dos, das",
        Kind.WITH: "com, sem, incluindo",
        Kind.ONE: "um, uma, uns, umas, algum, alguma, algumas, alguns, novo, nova",
        Kind.ME: "me, mim, comigo, nos",
        Kind.YOU: "te, ti, você, lhe, vocês",
        Kind.IT: "isso, isto, ele, ela, este, esta, esse, essa, lo, la, estes, estas, esses, essas",
        Kind.NOT: "não, nunca, nem, cancela, jamais, cancelar, nada",
        Kind.EDIT: "corte, corta, adicione, tire, remova, aumente, coloque, faça, mude, troque, crie, junte, apague, acelere, traduza, gire, ponha, cortar, colocar, remover, criar, diminua, substitua, edite, divida, altere, põe, tira, gere",
        Kind.ABOUT: "sobre, dizendo, que diz, explicando, intitulado, tutorial, escrito, título, que explica, explicar, acerca",
        Kind.PRAISE: "ok, bom, ótimo, perfeito, obrigado, obrigada, legal, beleza, oi, olá, sim, excelente, muito bem, está bom, ficou bom, ficou ótimo, gostei, tá bom, certo, maravilha, muito bom, tudo certo, ficou, adorei, show, fixe, valeu, perfeita, ótima, tudo bem, incrível, muito, bem",
        Kind.FILLER: "vou, vamos, deixa eu, deixe me, deixa, deixe, gostaria que, tem como, queria, me deixe, por gentileza, gentileza, por favor, pf, pfv, agora, já, o, a, os, as, meu, minha, meus, minhas, nosso, nossa, eu, pode, podes, poderia, podia, posso, consegue, consegues, final, finais, completo, completa, inteiro, inteira, último, última, atual, "
        "gostaria de, quero que, queria que, preciso que, se, computador, meu computador, favor, logo agora, rapidinho, todos, todas, todo, toda, só, fazer, definitivo, definitiva, aqui, tu, também, favor de, "
        "dois, duas, três, imediatamente, de novo, novamente, outra vez, começa, começar, comece, inicie, iniciar, inicia, disco, celular, telemóvel, pc, é possível, seria possível, conta, na minha conta, quero, queria, gostaria, actual, próprio, própria, ajuda, vamos, então, faz, faça, aí, dá pra, dá para, poder, podemos, devo, editado, editada, lá, há pouco, somos, ser, estar, desktop",
        Kind.THEN: "depois, em seguida, e depois, então, e então, por fim, e por fim, a seguir, finalmente",
        Kind.AND: "e, mas, ou",
    },
    lookalikes="experta, esperto, expor, exporto, estrado, estados, faixa, caixas, salto, soldo, trilha, vídeos, videos, subida, saldos, filmes, falhas, baixo, baixos, baixinho, estada, exporta",
)
