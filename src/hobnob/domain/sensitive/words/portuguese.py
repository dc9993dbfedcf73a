"""Sensitive words of Portuguese."""

from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.words.sensitive_words import SensitiveWords

PORTUGUESE = SensitiveWords(
    anywhere={
        Sensitive.HEALTH: """
        saude, doenca*, doente*, cancer*, cancro*, quimio*, radioterap*, tumor*, leucemi*, diabet*,
        epilep*, fibromialgi*, endometrio*, esclerose*, enfarte*, infarto*, avc, demencia*, hiv,
        vih, sida, vacina*, vacinad*, deficien*, cadeira de rodas, autis*, depress*, deprimid*,
        ansiedade*, bipolar*, transtorno*, perturbacao*, psiquiatr*, psicoterap*, psicolog*,
        terapia*, terapeut*, suicid*, vicio, viciad*, toxicodepend*, drogas, alcoolis*, alcoolatra*,
        overdose*, aborto*, abortar*, gravida*, gravidez*, infertil*, menopausa*, menstru*,
        cirurgi*, hospital*, hospitais, clinica, clinicas, medico*, medica, medicas, medicament*,
        medicacao*, diagnosti*, sintoma*, paliativ*, dor cronica, dores, cego, cegos, cega*, surdo*,
        surda*, surdez*, alergi*, obes*, emagrec*, enfermeir*, operada, operado, urgencias, febre,
        gripe, sus
        """,
        Sensitive.POLITICS: """
        politic*, eleicao, eleicoes, eleitor*, eleito, eleita, votar*, voto, votos, votei, votamos,
        votacao, votacoes, referendo*, urna, urnas, deputad*, senado, senador*, ministr*,
        ministeri*, governo*, presidenciais, assembleia da republica, lula, bolsonar*, dilma*,
        petista*, pt no governo, psd, psol, mdb, psdb, bloco de esquerda, iniciativa liberal,
        andre ventura, montenegro governo, antonio costa, marcelo presidente, salazaris*,
        extrema direita, extrema esquerda, direitista*, esquerdista*, fascis*, antifascis*,
        comunis*, socialista*, socialismo, liberalismo, neoliberal*, conservador*, anarquis*,
        capitalis*, feminis*, manifestacao, manifestacoes, manifestante*, protesto*, ativis*,
        ativista*, activis*, democracia*, populis*, golpistas, impeachment
        """,
        Sensitive.RELIGION: """
        religi*, igreja*, crista, cristao, cristaos, cristas, cristianismo*, catolic*, protestante*,
        evangelic*, o papa, papa francisco, padre, padres, paroquia*, sacerdot*, bispo*, missa,
        missas, oracao, oracoes, rezar*, rezo, rezamos, rezando, orar por, deus, biblia*, biblic*,
        jesus, cristo, virgem maria, batiz*, batismo*, baptism*, primeira comunhao, quaresma,
        semana santa, muculman*, islao, islam, islamic*, mesquita*, alcorao, ramadao, ramada,
        judeu*, judia, judias, judaico*, judaismo*, sinagoga*, rabino*, hindu*, budis*, ateu, ateus,
        ateia*, ateismo*, crente*, crenca*, minha fe, a fe, fe em deus, teolog*, mosteiro*,
        convento*, espiritual*, candomble*, umbanda*, orixa*, espirita*
        """,
        Sensitive.ETHNICITY: """
        etnia*, etnic*, racis*, racial*, raciais, racializ*, antirracis*, cor da pele,
        pessoas negras, mulheres negras, homens negros, movimento negro, consciencia negra,
        pessoas brancas, privilegio branco, afrodescend*, afrobrasileir*, cigano*, cigana*,
        antissemit*, xenofob*, mestic*, mulat*, indigena*, povos originarios, quilombola*,
        ascendencia*, pardos
        """,
        Sensitive.SEX_LIFE: """
        sexo, sexos, sexual*, sexuais, sexualidade*, homossexual*, homossexuais, bissexual*,
        bissexuais, gay, gays, lesbic*, transexual*, transexuais, transgenero*, mulher trans,
        mulheres trans, homem trans, pessoas trans, nao binari*, identidade de genero, lgbt*,
        parada gay, orgulho gay, porno*, erotic*, preservativo*, camisinha*, anticoncep*,
        contracec*, orgasmo*, infidelidade*, traicao conjugal, poliamor*, homofob*, transfob*
        """,
        Sensitive.UNION: """
        sindicat*, sindical*, sindicais, sindicaliz*, cgtp, cut central, greve, greves, grevista*,
        piquete*, acordo coletivo, negociacao coletiva, contrato coletivo, delegado sindical,
        central sindical
        """,
        Sensitive.CRIME: """
        crime, crimes, criminos*, criminal*, criminais, delinquen*, delito*, condenad*, condenacao*,
        antecedentes criminais, cadeia*, prisao, prisoes, presidio*, preso*, prisioneir*, encarcer*,
        detido*, algemad*, roubo, roubos, roubaram, ladrao, ladroes, assalto*, assaltad*, assassin*,
        homicid*, estupr*, violador*, violacao, agressao, agressoes, maltrat*, violencia domestica,
        burla*, golpista*, fraude*, trafico de drogas, traficante*, cocaina*, heroina, terroris*,
        tribunal*
        """,
        Sensitive.MONEY: """
        divida, dividas, endivid*, falencia*, falid*, insolven*, penhora*, despej*, sem abrigo,
        moradores de rua, morador de rua, desemprego*, desempregad*, subsidio de desemprego,
        auxilio emergencial, bolsa familia, rendimento social, pobreza*, precarie*,
        contas em atraso, fim do mes, inadimpl*, nome sujo, salario*, ordenado, renda mensal,
        heranca familiar, milionari*, ludopat*, agiota*
        """,
    },
    only_here={
        Sensitive.HEALTH: "dor, cura, curar*, remedio*, dieta*, doutor*, comprimidos",
        Sensitive.POLITICS: """
        esquerda*, direita*, partido, partidos, prefeito*, prefeita*, chega de
        """,
        Sensitive.RELIGION: "fe, santo*, santa*, bencao*, freira*",
        Sensitive.ETHNICITY: "raca, racas, negros, negras, pretos",
        Sensitive.CRIME: "juiz*, policia",
        Sensitive.MONEY: "pobre*, falida, emprestimo*",
    },
    harmless="""
        selecao*, gracas a deus, meu deus, pelo amor de deus, adeus, padre nosso de pao,
        doenca das videiras, romance policial, romances policiais, a direita, a esquerda,
        livro de fe
        """,
)
