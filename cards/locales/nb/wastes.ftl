# The nine kinds of work that nobody would miss. Always about a step, never about a person.
waste-waiting = Venting
waste-waiting-about = Noen eller noe står stille til neste steg kan begynne.
waste-overproduction = Mer enn noen trenger
waste-overproduction-about = Det lages flere, tidligere eller oftere enn noen har bedt om.
waste-transport = Transport
waste-transport-about = Ting kjøres eller bæres rundt uten å bli bedre av det.
waste-motion = Unødvendig bevegelse
waste-motion-about = Man går, leter eller klikker for å få tak i det man trenger.
waste-inventory = Lager og køer
waste-inventory-about = Ting eller saker hoper seg opp og blir gamle.
waste-over-processing = Dobbelt arbeid
waste-over-processing-about = Det samme gjøres to ganger, eller grundigere enn noen har nytte av.
waste-defects = Feil og omarbeid
waste-defects-about = Noe ble feil og må rettes eller gjøres på nytt.
waste-talent = Ubrukt kunnskap
waste-talent-about = Den som vet hvordan det burde være, blir ikke spurt.
waste-failure-demand = Unødig etterspørsel
waste-failure-demand-about = Folk tar kontakt fordi noe ikke ble riktig eller ferdig første gang.

# The one question after something is filed, and the fact on its card.
label-about = Handler om
sounds-title = det høres ut som
sounds-like = Dette høres ut som: { $name }. { $about }
sounds-question = Stemmer det?
sounds-yes = Ja, det stemmer
sounds-leave = La det være
sounds-kept = Takk. Nå står det på kortet at det handler om { $name }.
sounds-left = Da lar vi det være. Ordene dine er nok.
