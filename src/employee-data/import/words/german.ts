/** Headers in German: `table.field = one; another; ~a third`. With ~: only where no column says it better. */
export const german = `
person = Personalnummer; Personal-Nr; Personalnr; PersNr; Pers-Nr; Personal-ID; Mitarbeiternummer; Mitarbeiter-Nr; Mitarbeiternr; MA-Nr
person = Mitarbeiter-ID; Mitarbeiter; Mitarbeiterin; Mitarbeitende; Stammnummer; Betreuer; Kundenbetreuer; Kundenbetreuer-ID; Vertriebler
person = Verkäufer; Verkäufernummer; Außendienstmitarbeiter; Vertriebsmitarbeiter; Vertreter; Vertreternummer; Vertriebsbeauftragter
person = Vertriebsbeauftragte; zuständig; Inhaber; Verantwortlich; Key-Account-Manager
person = ~Mitarbeitername; ~Name des Mitarbeiters; ~Name; ~Vor- und Nachname; ~Vollständiger Name; ~E-Mail-Adresse; ~Mailadresse

roster.id = Personalnummer; Personal-Nr; Personalnr; PersNr; Pers-Nr; Personal-ID; Mitarbeiternummer; Mitarbeiter-Nr; Mitarbeiternr; MA-Nr
roster.id = Mitarbeiter-ID; Stammnummer; Nummer; Verkäufernummer; Vertreternummer; Kundenbetreuer-ID
roster.id = ~Mitarbeiter; ~Mitarbeiterin; ~Mitarbeitende; ~Betreuer; ~Kundenbetreuer; ~Vertriebler; ~Verkäufer; ~Vertreter
roster.id = ~Außendienstmitarbeiter; ~Vertriebsmitarbeiter
roster.name = Mitarbeitername; Name des Mitarbeiters; Vor- und Nachname; Vollständiger Name; Name Mitarbeiter
roster.firstName = Vorname; Rufname
roster.lastName = Nachname; Familienname; Zuname
roster.email = E-Mail-Adresse; Mailadresse; dienstliche E-Mail
roster.team = Abteilung; Gruppe; Vertriebsteam; Teamname
roster.segment = Markt; Branche; Gebiet; Vertriebsgebiet; Verkaufsgebiet; Kundensegment
roster.background = Herkunft; Werdegang
roster.joined = Eintritt; Eintrittsdatum; Einstellungsdatum; Einstellung; Beginn; Eintritt am; eingestellt am; Eingetreten; Startdatum
roster.joined = Arbeitsbeginn; erster Arbeitstag; Beschäftigungsbeginn; ~Vertragsbeginn; ~Dienstbeginn; ~Konzerneintritt; ~Betriebszugehörigkeit seit
roster.left = Austritt; Austrittsdatum; Ende; Austritt am; ausgetreten; letzter Arbeitstag; letzter Tag; Beschäftigungsende; Enddatum
roster.left = ausgeschieden am; ausgeschieden; ~Vertragsende; ~befristet bis
roster.salary = Gehalt; Grundgehalt; Jahresgehalt; Fixgehalt; Festgehalt; Fixum; Jahresgrundgehalt; Jahresfixgehalt; Bruttojahresgehalt
roster.salary = Jahresbruttogehalt; Grundvergütung; Festvergütung; Fixvergütung; Jahresfestgehalt; Grundgehalt brutto; Jahresfixum
roster.salary = ~Bruttogehalt; ~Vergütung; ~Jahresgehalt brutto
roster.targetIncentive = Zielbonus; Zieltantieme; Variable Vergütung; Zielprämie; Zielbetrag; Bonusziel; variable Zielvergütung; Zielprovision
roster.targetIncentive = variabler Zielbetrag; Jahreszielbonus; STI-Ziel; Ziel-STI; Bonus bei Zielerreichung
roster.targetIncentive = ~Tantieme; ~variabler Anteil; ~Prämie; ~variables Gehalt; ~Variable
roster.targetPay = Zielgehalt; Zieleinkommen; Jahreszieleinkommen; Jahreszielgehalt; Gesamtzielvergütung; Zieljahreseinkommen; JZE
roster.targetPay = Gesamtzieleinkommen; Zielgesamtvergütung; Zielvergütung
roster.midpoint = Bandmitte; Mitte der Bandbreite; Gehaltsbandmitte; Mittelwert des Gehaltsbands; Referenzgehalt
roster.salaryFrom = Gehalt ab; Gehalt seit; gültig ab; gültig seit; Gehalt gültig ab; wirksam ab; Stichtag
roster.fte = Beschäftigungsgrad; Arbeitszeitanteil; Vollzeitäquivalent; VZÄ; Teilzeitgrad; Stellenanteil; Arbeitszeit in %; Pensum; FTE-Anteil
roster.costCentre = Kostenstelle; Kostenstellennummer; KST
roster.businessUnit = Geschäftsbereich; Gesellschaft; Bereich; Geschäftseinheit; Buchungskreis; Sparte; Firma
roster.grade = Entgeltgruppe; Gehaltsgruppe; Tarifgruppe; Gehaltsband; Vergütungsgruppe; Stufe; Karrierestufe; Ebene
roster.title = Stelle; Funktion; Stellenbezeichnung; Tätigkeit; Berufsbezeichnung; Rolle
roster.lineManager = Vorgesetzter; Vorgesetzte; Führungskraft; Teamleiter; Teamleitung
roster.place = Standort; Ort; Land; Niederlassung

accounts.account = Kunde; Kunden-ID; Kundennummer; Kunden-Nr; Konto; Kontonummer; Debitor; Debitorennummer; ~Kundenname
accounts.segment = Branche; Markt; Kundensegment
accounts.year = Jahr; Geschäftsjahr; GJ; Kalenderjahr; Wirtschaftsjahr
accounts.revenue = Umsatz; Nettoumsatz; Erlös; Erlöse; Umsatzerlöse; Jahresumsatz; fakturierter Umsatz
accounts.margin = Marge; Bruttomarge; Rohmarge; Deckungsbeitragsquote; Handelsspanne; DB-Quote
accounts.satisfaction = Kundenzufriedenheit; Zufriedenheit; Zufriedenheitsindex
accounts.lost = verloren; gekündigt; abgewandert
accounts.lostYears = Verlustjahr; Verlustjahre; verloren im Jahr

history.measure = Kennzahl; Messgröße; Zielgröße; Komponente; Zielkriterium; Kriterium
history.period = Jahr; Periode; Zeitraum; Geschäftsjahr; GJ; Bonusjahr; Wirtschaftsjahr; Abrechnungsjahr; Kalenderjahr; Buchungsperiode; Jahr Monat
history.part = Quartal; Monat; Halbjahr
history.from = von; Beginn; ab; Periodenbeginn; Zeitraum von
history.to = bis; Ende; Periodenende; Zeitraum bis
history.target = Ziel; Soll; Zielwert; Planwert; Sollwert; Vorgabe; Zielvorgabe; Planzahl
history.result = Ergebnis; Ist; Istwert; Wert; erreicht; Ist-Ergebnis; Zielergebnis
history.attainment = Zielerreichung; Zielerreichungsgrad; Erreichungsgrad; Zielerfüllung; Erfüllungsgrad
history.paid = Auszahlung; ausgezahlt; gezahlter Bonus; Auszahlungsbetrag; Bonuszahlung; ausgezahlter Bonus
history.atTarget = Zielbonus; Zieltantieme; Bonus bei Zielerreichung

transactions.id = Beleg; Belegnummer; Beleg-Nr; Auftrag; Auftragsnummer; Auftrags-Nr; Rechnung; Rechnungsnummer; Rechnungs-Nr; Vertragsnummer
transactions.id = Vorgang; Vorgangsnummer; Buchungsnummer
transactions.date = Datum; Buchungsdatum; Rechnungsdatum; Belegdatum; Auftragsdatum; Abschlussdatum; Vertragsdatum; Abschluss am
transactions.account = Kunde; Kundennummer; Kunden-ID; Kunden-Nr; Kundenname; Debitor
transactions.measure = Kennzahl; Messgröße; ~Art; ~Umsatzart
transactions.amount = Betrag; Umsatz; Wert; Nettobetrag; Nettoumsatz; Auftragswert; Vertragswert; Rechnungsbetrag; Auftragsvolumen; Nettowert
transactions.credited = gutgeschriebener Betrag; Gutschriftsbetrag; anteiliger Betrag; angerechneter Umsatz; anteiliger Umsatz; zugerechneter Umsatz
transactions.share = Anteil; Provisionsanteil; Aufteilung; Anteil am Umsatz; Split in %; Umsatzanteil

any.currency = Währung; Währungscode; WKZ; Währungsschlüssel; Whg

word.target = Ziel; Soll; Zielwert; Planwert; Sollwert; Vorgabe
word.result = Ist; Istwert; Ergebnis; erreicht
word.attainment = Zielerreichung; Zielerreichungsgrad; Erreichungsgrad; Zielerfüllung
word.other = Bemerkung; Bemerkungen; Kommentar; Vorjahr; Veränderung; Datum; Grund; Art; Stufe; Währung; bisher; alt; neu; Erhöhung; Telefon
word.total = Summe; Gesamt; insgesamt; kumuliert; aufgelaufen

transactions.stage = phase; verkaufsphase; verkaufschancenphase; auftragsstatus; belegstatus
transactions.won = gewonnen
transactions.cancelled = storniert; storno; verloren; gelöscht
transactions.reverses = storno von; storno zu; gutschrift zu; bezugsbeleg; ursprungsbeleg; ursprungsrechnung; ursprungsauftrag
`;
