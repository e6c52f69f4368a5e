/** Headers in French: `table.field = one; another; ~a third`. With ~: only where no column says it better. */
export const french = `
person = matricule; numéro de matricule; numéro d'employé; numéro employé; n° employé; identifiant; identifiant salarié; identifiant employé
person = ID salarié; salarié; employé; collaborateur; collaboratrice; commercial; vendeur; vendeuse; responsable de compte; chargé de compte
person = ingénieur commercial; code vendeur; code commercial; propriétaire; propriétaire de l'opportunité; propriétaire du compte
person = ~nom complet; ~nom et prénom; ~nom du salarié; ~nom du collaborateur; ~nom du commercial; ~adresse e-mail; ~courriel; ~adresse électronique

roster.id = matricule; numéro de matricule; numéro d'employé; numéro employé; n° employé; identifiant; identifiant salarié; identifiant employé
roster.id = ID salarié; code vendeur; code commercial
roster.id = ~salarié; ~employé; ~collaborateur; ~collaboratrice; ~commercial; ~vendeur; ~vendeuse; ~chargé de compte
roster.name = nom complet; nom et prénom; nom du salarié; nom du collaborateur; nom du commercial; nom prénom
roster.firstName = prénom
roster.lastName = nom; nom de famille; nom d'usage
roster.email = adresse e-mail; courriel; adresse électronique; adresse mail
roster.team = équipe; groupe; département; service
roster.segment = marché; secteur; région; territoire
roster.background = parcours; origine
roster.joined = date d'entrée; date d'embauche; embauche; entrée; date d'arrivée; date de début; début de contrat; date d'entrée dans l'entreprise
roster.joined = ~date d'ancienneté
roster.left = date de sortie; date de départ; sortie; départ; dernier jour; dernier jour travaillé; date de fin; ~fin de contrat; ~date de fin de contrat
roster.salary = salaire; salaire de base; salaire annuel; salaire fixe; fixe; fixe annuel; salaire annuel brut; salaire brut annuel
roster.salary = rémunération fixe; salaire de base annuel; rémunération de base; salaire annuel de base; ~salaire brut
roster.targetIncentive = bonus cible; variable cible; prime cible; rémunération variable cible; bonus à l'objectif; prime sur objectifs
roster.targetIncentive = bonus annuel cible; variable à 100 %; commission cible; ~rémunération variable; ~part variable; ~prime
roster.targetPay = rémunération cible; rémunération totale cible; package cible; salaire cible; rémunération globale cible; OTE annuel
roster.midpoint = point médian; milieu de fourchette; médiane de la fourchette
roster.salaryFrom = salaire depuis; salaire à partir de; date d'effet; valable à partir de; effectif au
roster.fte = ETP; équivalent temps plein; taux d'activité; temps de travail; taux d'emploi; taux d'occupation
roster.costCentre = centre de coût; centre de coûts
roster.businessUnit = unité d'affaires; société; entité; direction; filiale
roster.grade = niveau; échelon; classification; coefficient
roster.title = poste; intitulé de poste; fonction; emploi
roster.lineManager = responsable; responsable hiérarchique; manager direct; supérieur
roster.place = lieu; site de travail; pays; ville; agence

accounts.account = compte; numéro de compte; client; numéro client; identifiant client; code client; ~nom du client; ~nom du compte
accounts.segment = secteur; marché
accounts.year = année; exercice; année fiscale; année civile
accounts.revenue = chiffre d'affaires; CA; revenu; ventes; ventes nettes; CA annuel; CA net
accounts.margin = marge; taux de marge; marge brute
accounts.satisfaction = satisfaction client; indice de satisfaction
accounts.lost = perdu; résilié
accounts.lostYears = année de perte; années de perte; perdu en

history.measure = mesure; indicateur; critère; composante; objectif mesuré
history.period = année; période; exercice; année fiscale; année civile
history.part = trimestre; mois; semestre
history.from = du; début; début de période; depuis
history.to = au; fin; fin de période; jusqu'au
history.target = objectif; cible; valeur cible; quota; budget prévu
history.result = résultat; réalisé; réel; valeur; réalisation; valeur réalisée
history.attainment = atteinte; taux d'atteinte; taux de réalisation; atteinte de l'objectif; atteinte des objectifs; % d'atteinte
history.paid = versé; payé; prime versée; bonus versé; montant versé
history.atTarget = bonus cible; prime cible; variable cible

transactions.id = transaction; numéro de transaction; commande; numéro de commande; facture; numéro de facture; affaire; numéro d'affaire
transactions.id = opportunité; numéro de contrat; pièce; numéro de pièce
transactions.date = date de facture; date de commande; date de transaction; date de signature; date de clôture; date comptable; date de vente
transactions.account = compte; client; numéro client; identifiant client; code client; nom du client; nom du compte
transactions.measure = mesure; indicateur; ~nature
transactions.amount = montant; valeur; chiffre d'affaires; CA; montant net; montant HT; ventes; montant de l'opportunité; valeur du contrat
transactions.credited = montant crédité; montant attribué; part créditée
transactions.share = part; répartition; pourcentage attribué; quote-part; taux de partage

any.currency = devise; monnaie; code devise

word.target = objectif; cible
word.result = réalisé; réel; résultat
word.attainment = atteinte
word.other = commentaire; remarque; précédent; évolution; motif; devise; statut; ancien; nouveau; téléphone
word.total = cumul; cumulé; somme

transactions.stage = étape; étape de vente; statut; statut de la commande
transactions.won = gagné; gagnée
transactions.cancelled = annulé; annulée; perdu; perdue
transactions.reverses = avoir sur; annule la facture; facture d'origine; commande d'origine
`;
