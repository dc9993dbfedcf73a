"""Words of Portuguese, as in Portugal and in Brazil."""

from hobnob.domain.vocabulary.phrases import Phrases, words_of
from hobnob.domain.vocabulary.words import Vocabulary

PORTUGUESE = Vocabulary(
    small=frozenset(
        words_of("""
        o, os, as, e, que, em, um, uma, não, com, para, do, da, dos, das, no, na, ao, mas, mais,
        por, se, à, até, só
        """)
    ),
    me=Phrases("eu, me, meu, minha, meus, minhas, mim, comigo, estou, sou"),
    us=Phrases("nós, nos, nosso, nossa, nossos, nossas, a gente, perdemos, mudámos, mudamos"),
    to_all=Phrases("""
        alguém, algum de vocês, alguém aqui, vocês, vos, quem de vocês, quem aqui, quem sabe,
        quem conhece, pergunta para
        """),
    help=Phrases("""
        gente onde, gente alguém, gente me, recomendem, recomendem-me, me recomendem, indiquem,
        alguém indica, alguém recomenda, quero saber, gostava de saber, gostaria de saber,
        tenho uma dúvida, dúvida, socorro, há alguém, existe alguma, existe algum, quem me,
        como faço, onde se come, onde se compra, onde comprar, alguém vende, alguém sabe,
        alguém conhece, alguém tem, alguém pode, alguém me pode, alguém pode me, alguém já,
        alguém que, preciso de ajuda, preciso de um conselho, preciso de conselhos,
        preciso da vossa ajuda, preciso da ajuda de vocês, procuro, procuro recomendações,
        estou à procura, à procura de um, à procura de uma, estou procurando, aceito sugestões,
        aceito dicas, alguma ideia, me ajudem, ajudem-me, vocês recomendam, o que recomendam,
        me indicam, me contem, contem-me, pergunta para
        """),
    alone=Phrases("ideias, dicas, sugestões, recomendações, conselhos, ajuda, alguém, opiniões"),
    asks=Phrases("""
        o que estão, o que andam, o que ler, onde se, onde comer, onde fica, quanto custa,
        quanto tempo, como posso, como faço, quem vem, vale a pena ir, é normal, dá para,
        o que acham, o que fazer, como é que vocês, como vocês, o que vocês, vocês leem, vocês usam,
        vocês já, qual é, qual foi, onde posso, onde encontro, o que faço, quem sabe, quem conhece,
        o que fazem
        """),
    rhetorical=Phrases("""
        quem diria, quem disse, quem precisa, o que pode dar errado, lembram, lembra quando,
        sabem o quê, adivinhem, quem nunca, quem não
        """),
    tags=Phrases("né, não é, não é mesmo, certo, sério, não, pois não, ou não, e daí"),
    why=Phrases("por que, porque é que, e se"),
    answers=Phrases("""
        porque, não, sim, claro, ninguém, todos, spoiler, pelos vistos, pelo visto, a resposta,
        exato, na minha experiência
        """),
    calls=Phrases("""
        boas festas, feliz natal, feliz ano novo, bom fim de semana, promoção de, tem promoção,
        leve 3, pague, frete grátis, desconto de, lançamento do livro, já nas livrarias,
        nas livrarias, novo livro, nosso novo, todos à, em direto, ao vivo, estamos ao vivo,
        assista, ouça, baixe, descubra, apoie, apoia, ajude-nos, nos ajude, vaquinha, crowdfunding,
        seja sócio, faça parte, sem serviço, proteção civil, parabéns a, parabéns aos, bem-vindos,
        obrigado a todos, obrigada a todos, comente, marca um amigo, assine, assine já, assina,
        assina já, cada assinatura, a sua assinatura, doe, doe agora, doe já, faça a sua doação,
        cada euro, cada real, ajude quem, inscreva-se, inscrevam-se, inscrições abertas,
        vagas limitadas, últimas vagas, reserve já, reserva já, compre já, compre agora, já à venda,
        à venda, já disponível, só hoje, cupom, sorteio, concorra, ganhe, vagas abertas,
        vaga de emprego, estamos contratando, candidaturas, candidate-se, partilhe, partilhem,
        compartilhe, compartilhem, siga-nos, subscreva, junte-se, participe, apareçam,
        entrada livre, entrada gratuita, esperamos por si, esperamos por vocês, não perca,
        não percam, juntos podemos, salve o, salve a, salvem, acredite, acredita nos, nunca desista,
        saiba mais, novo episódio, vote já, obrigado aos nossos, temos o orgulho
        """),
    notices=Phrases("""
        adiado, alerta, bolsa, bolsas, campanha, cancelado, concerto, concurso, desconto, edital,
        encerrada, encerrado, fechado, greve, manifestação, palestra, promoção, saldos, trânsito,
        o sucesso, não ao, sim ao, ajudem, oficina, grátis, gratuito, gratuita, exposição, feira,
        festival, bilhetes, ingressos, prémio, prêmio, vagas, inscrições
        """),
    days=Phrases("""
        segunda feira, terça feira, quarta feira, quinta feira, sexta feira, sábado, sábados,
        domingo, domingos, janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro,
        outubro, novembro, dezembro, amanhã, meia noite, próxima semana, fim de semana
        """),
    opens=Phrases("comunicado, última hora, urgente, aviso, lembrete, atenção"),
    opinion=Phrases("""
        o problema do, o problema da, ninguém, sempre, nunca, gente que, pessoas que, toda a gente,
        todo mundo, sobrevalorizado, não entendo, acho que, penso que, na minha opinião, creio que,
        parece-me, me parece, devíamos, deveríamos, discordo, concordo, talvez
        """),
    when=Phrases("""
        agora mesmo, há pouco, há dois, há três, este ano, ano passado, mês passado, o dia todo,
        a noite toda, de madrugada, hoje cedo, esta semana, hoje, ontem, anteontem, esta manhã,
        hoje de manhã, esta tarde, esta noite, ontem à noite, semana passada, no sábado, no domingo,
        na segunda, na terça, na quarta, na quinta, na sexta, segunda, finalmente, até que enfim,
        pela primeira vez, desde ontem, acabei de, acabámos de
        """),
    life=Phrases("""
        dente, dentista, bicicleta, carro, autocarro, ônibus, metro, comboio, trem, avião, cozinha,
        cama, pequeno-almoço, café da manhã, almoço, jantar, férias, braço, perna, costas, joelho,
        primo, prima, sogra, neto, neta, amigo, amiga, colega, chefe, escritório, escola, creche,
        faculdade, tese, mestrado, promoção no, desemprego, renda, aluguel, gémeos, gêmeos,
        cachorrinho, veterinário, urgência, ambulância, diagnóstico, terapia, maratona, reunião,
        colo, filho, filha, filhos, bebé, bebê, mãe, pai, avó, avô, avós, irmão, irmã, marido,
        mulher, esposa, sobrinho, sobrinha, tia, tio, vizinho, vizinha, vizinhos, gato, gata, cão,
        cadela, cachorro, cachorra, nasceu, aniversário, morreu, funeral, casamento, casámos,
        casamos, grávida, hospital, médico, cirurgia, operação, doente, febre, exame,
        carta de condução, emprego, novo emprego, demiti, despedido, reforma, mudámos, mudamos,
        casa, chaves, chorei, chorar, rimos, dancei, primeira palavra
        """),
    did=Phrases("""
        caiu, levei, cheguei, voltei, acordei, dormi, comi, vi, ouvi, ri, chorei, conheci, aprendi,
        esqueci, parti, parti-me, roubaram, deram, ligou, ligaram, acabei, mudei, casei, fui ao,
        tive de, pedi, demiti, adotei, adotámos, nasceram, vim, estive, consegui, perdi, perdemos,
        comecei, começo, comprei, encontrei, passei, terminei, mudámos, mudamos, nasceu, morreu,
        fiz, fizemos, fui, fomos, tive, tivemos, chegámos, rimos, ganhei
        """),
    past=("ei", "ou", "aram", "eram", "ado", "ido"),
    points=Phrases("""
        kkk, haha, lindo, maravilhoso, amém, verdade, tão verdade, obrigado, obrigada, leiam, vejam,
        ouçam, fio, isto, isso, exatamente, vale a pena ler, vale a pena, leitura obrigatória,
        interessante, muito interessante, novo no blog, novo post, via, sim, uau
        """),
    denies=Phrases("não, nem, nunca, mentira, discordo, mas, falso, jamais"),
)
