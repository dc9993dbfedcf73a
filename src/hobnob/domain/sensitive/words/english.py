"""Sensitive words of English, and names that are the same everywhere."""

from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.words.sensitive_words import SensitiveWords

ENGLISH = SensitiveWords(
    anywhere={
        Sensitive.HEALTH: """
        health, healthcare, unhealthy, illness*, sick, sickness*, disease*, disorder*, syndrome*,
        *cancer, cancers, cancerous, chemo, chemotherap*, radiotherap*, tumour*, tumor*, leukaemi*,
        leukemi*, lymphoma*, melanoma*, oncolog*, metasta*, diabet*, insulin*, asthma*, epilep*,
        seizure*, migraine*, arthriti*, fibromyalgi*, endometrio*, multiple sclerosis, parkinson*,
        alzheimer*, dementia*, stroke survivor*, heart attack*, cardiac, cardiolog*, pacemaker*,
        hiv, aids, std, stds, herpes, hepatitis, covid*, long covid, corona*virus, vaccin*,
        antivax*, infection*, virus, chronic pain, chronically ill, disabled, disabilit*,
        wheelchair*, handicapped, autis*, aspergers, adhd, neurodiver*, dyslexi*, dyspraxi*, ocd,
        bipolar, schizo*, psychos*, psychiatr*, psychotherap*, therapist*, therapy, depression*,
        depressed, depressive, antidepress*, anxiety, panic attack*, burnout, burned out, ptsd,
        trauma*, suicid*, self harm*, eating disorder*, anorexi*, bulimi*, obes*, overweight,
        weight loss, dieting, addict*, alcoholi*, sobriety, sober, rehab*, overdos*, miscarr*,
        stillb*, infertil*, fertility, ivf, pregnan*, abortion*, menopaus*, menstrua*, pms, surger*,
        surgeon*, transplant*, biopsy, biopsies, mri, diagnos*, prognos*, symptom*, medication*,
        prescription*, antibiotic*, painkiller*, opioid*, hospital*, hospice*, palliativ*,
        patient advoc*, clinic, clinics, clinical*, nhs, mental health, wellness, blind people,
        deaf, deafness, hearing aid*, amputee*, prosthe*, dialysis, kidney*, allerg*, coeliac,
        celiac, gluten free, inflammat*, invisible illness
        """,
        Sensitive.POLITICS: """
        politic*, geopolitic*, election*, electoral*, elect, elected, referendum*, voter*, voting,
        voted, vote, votes, ballot*, polling station*, canvassing, parliament*, senate, senator*,
        congressman, congresswoman, congress, whitehouse, white house, downing street, lawmaker*,
        legislat*, democrat, democrats, democratic party, republican*, gop, maga, trump*, biden*,
        obama*, kamala*, desantis, putin*, zelensk*, netanyahu, starmer, corbyn*, farage, sunak,
        boris johnson, brexit*, remainer*, tory, tories, labour party, labour mp, lib dem*, libdem*,
        snp, ukip, reform uk, green party, conservative*, conservatis*, liberals, liberalism,
        left wing, leftwing*, leftist*, right wing, rightwing*, far right, far left, alt right,
        fascis*, antifa*, antifascis*, nazi*, neonazi*, communis*, marxis*, socialist*, socialism,
        anarchis*, capitalis*, anticapitalis*, libertarian*, populis*, progressives, nationalis*,
        feminis*, patriarch*, woke, gun control, second amendment, prolife, pro life, prochoice,
        pro choice, roe v wade, roevwade, protest, protests, protester*, protesting, activist*, blm,
        black lives matter, metoo, gaza, palestin*, zionis*, deport*, border wall, border law*,
        impeach*, government*, prime minister*, minister, ministers, partisan*, campaign trail,
        politician*
        """,
        Sensitive.RELIGION: """
        religio*, faith, faiths, interfaith, church, churches, churchgo*, cathedral*, chapel*,
        christian, christians, christianity, christ, jesus, gospel*, bible*, biblical, scripture*,
        catholic*, protestant*, anglican*, methodist*, baptist*, evangelical*, lutheran*, mormon*,
        quaker*, pentecostal*, orthodox, jehovah*, pope, vatican*, priest*, pastor, pastors, vicar*,
        bishop*, nun, nuns, monk, monks, monaster*, sermon*, worship*, prayer*, pray, prayed,
        praying, prays, god, gods blessing, blessed be, hallelujah, amen, rosary, lent fast,
        muslim*, islam, islamic, islamis*, mosque*, quran, koran, ramadan*, eid mubarak, hijab*,
        imam, imams, sharia, allah, sunni*, shia, shiite*, jew, jews, jewish*, judaism, synagogue*,
        rabbi, rabbis, torah, kosher, shabbat, sabbath, hanukkah, passover, hindu*, buddh*, sikh*,
        jain, jainism, bahai, temple worship, atheis*, agnostic*, pagan*, wicca*, satanis*,
        theolog*, spiritual*, baptis*, confirmation class*, halal
        """,
        Sensitive.ETHNICITY: """
        ethnic*, racis*, racial*, racialised, antiracis*, bipoc, people of colour, people of color,
        person of colour, person of color, women of color, black people, black woman, black man,
        black women, black men, black history, white people, white privilege, whiteness, blackness,
        african american*, afro american*, black british, asian american*, latino*, latina*, latinx,
        hispanic*, chicano*, native american*, indigenous*, first nations, aboriginal*, romani,
        gypsy, gypsies, sinti, mixed race, biracial, multiracial, skin colour, skin color,
        antisemit*, xenophob*, apartheid, ancestry, diaspora, dna test*
        """,
        Sensitive.SEX_LIFE: """
        sex, sexes, sexual*, sexy, sexting, sexwork*, bisexual*, homosexual*, heterosexual*,
        asexual*, pansexual*, transsexual*, transgender*, trans woman, trans women, trans man,
        trans men, trans people, trans rights, nonbinary, non binary, genderfluid, genderqueer,
        gender identity, lgbt*, gay, gays, lesbian*, queer*, coming out story, same sex, two grooms,
        two brides, pride parade*, pride month, polyamor*, bdsm, kink*, fetish*, porn*, onlyfans,
        erotic*, nsfw, orgasm*, libido, condom*, contracept*, birth control, tinder, grindr,
        hookup*, one night stand*, virginity, threesome*, dildo*, vibrator*
        """,
        Sensitive.UNION: """
        trade union*, tradeunion*, labor union*, labour union*, trades union*, unionis*, unionize*,
        unionizing, unionization, union member*, union rep, union reps, union organis*,
        union organiz*, union dues, union meeting*, my union, our union, union busting,
        unionbusting, union strong, unionstrong, collective bargaining, shop steward*, picket,
        pickets, picketing, picket line*, picketline*, on strike, strike action, general strike*,
        strikers, afl cio, aflcio, teamsters, seiu, uaw, unison union, unite the union
        """,
        Sensitive.CRIME: """
        crime, crimes, criminal*, convict*, felon*, jail*, prison*, inmate*, incarcerat*, parole*,
        probation, arrest, arrested, arrests, indict*, sentenced, court case*, on trial, guilty,
        burglar*, theft*, thief, thieves, robber*, mugg*, murder*, manslaughter, homicid*, assault*,
        stabbing*, shooter*, mass shooting*, rape*, rapist*, molest*, abus*, domestic violence,
        fraud*, scammer*, embezzl*, drug deal*, drug trafficking, cocaine, heroin, drunk driving,
        dui, shoplift*, vandalis*, terroris*, police record*, ex offender*
        """,
        Sensitive.MONEY: """
        debt, debts, indebted, debtfree*, bankrupt*, insolven*, foreclos*, repossess*, evict*,
        homeless*, payday loan*, loan shark*, overdraft*, overdrawn, credit score*, bad credit,
        arrears, bailiff*, food stamps, food bank user*, unemploy*, jobless*, laid off, redundancy,
        made redundant, on benefits, welfare cheque*, universal credit, poverty, broke again,
        dead broke, so broke, cannot pay, cant pay, can t pay, unpaid bills, make ends meet,
        millionaire*, billionaire*, net worth, inheritance, salary, salaries, my income,
        lottery win*, gambl*
        """,
    },
    only_here={
        Sensitive.HEALTH: """
        ill, pain, pains, painful, doctor, doctors, nurse, nurses, wound*, blind, cure, cures,
        cured, flu, fever, drugs, pill, pills, therapies, diet, diets, medical*, medicin*, scar
        """,
        Sensitive.POLITICS: "liberal, policies, democracy, campaigner*, governor*, mayor*",
        Sensitive.RELIGION: "mass, holy, saint, easter service, bless, blessing, blessings",
        Sensitive.MONEY: "wealth*, rich people, pawn*, poor people",
        Sensitive.CRIME: "stolen, gang, gangs",
    },
    harmless="""
        5k race*, 10k race*, boat race*, bike race*, fun race*, relay race*, charity race*,
        running race*, road race*, kidney bean*, pray for, kidney beans, critical mass, mass of,
        biomass, faith in you, plant hospital, heart of gold, sick beat, tiger hospital,
        bumblebee pastor*,
        vote for your favourite, vote for your favorite, election of the chair, stroke of luck,
        cancer zodiac, monk seal*, monk parakeet*, bishop pine, priest hole, cardinal bird*,
        pride of lions, lion pride, lions pride, virus scanner*, sabbatical*, selection*,
        natural selection, prisoner s dilemma, prison break, murder mystery, murder mysteries,
        true crime novel*, crime novel*, crime fiction, thank god, oh my god, god knows,
        for god s sake, wild animal hospital, surgery for trees, tree surgeon*, tree surgery,
        diagnosing the bug, blind spot*, blind date with a book, colour blind*, window blind*,
        night blind*, drug free pest*, technical debt, tech debt, fertility of the soil,
        soil fertility, soil health, health of the river, abuse of notation, paroles, jailbreak*,
        congressional*
        """,
)
