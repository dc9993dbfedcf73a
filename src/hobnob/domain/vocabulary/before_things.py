"""Words after which people name a thing: articles, "my", "old", "love". What follows is a noun.

No tagger is needed to tell what somebody speaks of from how they speak: in hundreds of posts "the
heron" comes, and "the perhaps" never does.
"""

from hobnob.domain.vocabulary.phrases import words_of

_BY_LANGUAGE = {
    "en": """
        the a an my our your his her their its this that these those some any no every each all
        many few several more much most enough of about good great new old best better favourite
        favorite little big small tiny fresh real local wild own first next last whole other
        another love loves loved loving enjoy play playing played two three four five six
        """,
    "de": """
        der die das den dem des ein eine einen einem einer eines mein meine meinen meinem meiner
        unser unsere unseren unserem unserer dein deine sein seine ihr ihre ihren dieser diese
        dieses diesen diesem jeder jede jedes kein keine keinen viele mehr alle einige im am vom zum
        zur beim gute guten guter gutes neue neuen neuer neues alte alten alter altes kleine
        kleinen großen große schöne schönen frische frischer ersten erste letzten liebe zwei drei
        """,
    "nl": """
        de het een mijn onze ons jouw je zijn haar hun dit dat deze die elke ieder iedere geen veel
        meer alle enkele goede nieuwe oude kleine grote mooie verse eerste laatste lekkere twee drie
        over
        """,
    "fr": """
        le la les l un une des du de d au aux mon ma mes notre nos ton ta tes son sa ses leur leurs
        ce cet cette ces chaque quelques plusieurs aucun aucune petit petite petits petites grand
        grande vieux vieille nouveau nouvelle bon bonne belle beau beaux premier première deux trois
        """,
    "es": """
        el la los las un una unos unas mi mis nuestro nuestra nuestros nuestras tu tus su sus este
        esta estos estas ese esa esos esas cada algún alguna algunos algunas ningún muchos muchas
        más del al de buen buena nuevo nueva viejo vieja primer primera dos tres
        """,
    "pt": """
        o a os as um uma uns umas meu minha meus minhas nosso nossa nossos nossas seu sua seus suas
        teu tua este esta estes estas esse essa esses essas cada algum alguma alguns algumas nenhum
        muitos muitas mais do da dos das no na nos nas de bom boa novo nova velho velha primeiro
        primeira dois duas três
        """,
    "it": """
        il lo la i gli le l un uno una mio mia miei mie nostro nostra nostri nostre tuo tua suo sua
        questo questa questi queste quel quella quei quelle ogni alcuni alcune molti molte più del
        dello della dei degli delle al alla dal dalla nel nella di buon buona nuovo nuova vecchio
        vecchia primo prima due tre
        """,
}
BEFORE_THINGS = {language: frozenset(words_of(text)) for language, text in _BY_LANGUAGE.items()}
"""By language."""
