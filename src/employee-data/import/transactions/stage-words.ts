/**
 * Words of stages and states of deals, one table a language: what was won counts, what was lost or is still open does not. Umlauts and
 * accents may be left out; numbers, percentages and signs around a word do not matter: `6 - Closed Won (100 %)`.
 */
export const stageWords: Readonly<Record<string, string>> = {
  english: `
won = won; closed won; closedwon; deal won; won deal; closed and won; booked; booking confirmed; signed; contract signed; contracted
won = invoiced; billed; paid; fulfilled; delivered; shipped; completed; complete; ordered; order received; confirmed; posted; activated
lost = lost; closed lost; closedlost; deal lost; lost deal; closed and lost; cancelled; canceled; void; voided; rejected; declined
lost = abandoned; withdrawn; no decision; no sale; disqualified; unqualified; dead; churned; deleted; expired; reversed; lost to competitor
lost = duplicate; closed no decision; order cancelled; order canceled; written off
open = open; new; lead; prospect; prospecting; discovery; qualification; qualified; qualify; needs analysis; value proposition
open = id decision makers; perception analysis; solution; demo; appointment scheduled; qualified to buy; presentation scheduled
open = decision maker bought in; contract sent; proposal; proposal price quote; quote; quoted; quote sent; proposal sent; negotiation
open = negotiating; negotiation review; in negotiation; develop; propose; review; verbal; verbal commitment; verbal commit; commit
open = committed; best case; upside; pipeline; forecast; in progress; pending; draft; on hold; submitted; awaiting signature; omitted
`,
  german: `
won = gewonnen; abgeschlossen gewonnen; geschlossen gewonnen; gebucht; unterschrieben; unterzeichnet; fakturiert; verrechnet; bezahlt
won = geliefert; beauftragt; bestaetigt; auftrag erteilt; auftrag erhalten; erledigt gewonnen
lost = verloren; abgeschlossen verloren; geschlossen verloren; storniert; storno; abgesagt; abgelehnt; annulliert; zurueckgezogen
lost = abgebrochen; disqualifiziert; verfallen; geloescht; gekuendigt
open = offen; neu; interessent; qualifizierung; qualifiziert; bedarfsanalyse; angebot; angebot erstellt; angebot versendet; verhandlung
open = in verhandlung; in bearbeitung; in arbeit; in pruefung; muendliche zusage; ausstehend; entwurf; prognose; vorgemerkt
`,
  french: `
won = gagne; gagnee; conclu gagne; ferme gagne; cloture gagne; signe; signee; facture; facturee; paye; payee; livre; livree; confirme; confirmee
lost = perdu; perdue; ferme perdu; cloture perdu; annule; annulee; rejete; rejetee; refuse; refusee; abandonne; abandonnee; sans suite; expire
open = ouvert; ouverte; nouveau; nouvelle; prospection; qualification; qualifie; analyse des besoins; proposition; devis; devis envoye
open = negociation; en cours; en attente; brouillon; accord verbal; prevision
`,
  spanish: `
won = ganado; ganada; cerrado ganado; cerrada ganada; firmado; firmada; facturado; facturada; pagado; pagada; entregado; confirmado; confirmada
lost = perdido; perdida; cerrado perdido; cerrada perdida; cancelado; cancelada; anulado; anulada; rechazado; rechazada; descartado; vencido
open = abierto; abierta; nuevo; nueva; prospeccion; calificacion; calificado; analisis de necesidades; propuesta; presupuesto; cotizacion
open = negociacion; en negociacion; en curso; en proceso; pendiente; borrador; acuerdo verbal; prevision
`,
};
