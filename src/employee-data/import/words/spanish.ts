/** Headers in Spanish: `table.field = one; another; ~a third`. With ~: only where no column says it better. */
export const spanish = `
person = número de empleado; número empleado; n.º empleado; código de empleado; id empleado; id de empleado; empleado; empleada; trabajador
person = trabajadora; comercial; vendedor; vendedora; código de vendedor; gestor de cuentas; ejecutivo de cuentas; propietario; responsable de cuenta
person = propietario de la oportunidad; propietario de la cuenta; legajo; número de nómina
person = ~nombre completo; ~nombre del empleado; ~nombre y apellidos; ~nombre del vendedor; ~correo electrónico; ~correo

roster.id = número de empleado; número empleado; n.º empleado; código de empleado; id empleado; id de empleado; código de vendedor; legajo
roster.id = número de nómina; identificador
roster.id = ~empleado; ~empleada; ~trabajador; ~trabajadora; ~comercial; ~vendedor; ~vendedora; ~gestor de cuentas; ~ejecutivo de cuentas
roster.name = nombre completo; nombre del empleado; nombre y apellidos; nombre del vendedor
roster.firstName = nombre
roster.lastName = apellidos; apellido
roster.email = correo electrónico; correo; dirección de correo
roster.team = equipo; grupo; departamento
roster.segment = segmento; mercado; sector; región; territorio; zona
roster.background = procedencia; trayectoria
roster.joined = fecha de alta; alta; fecha de ingreso; ingreso; fecha de incorporación; incorporación; fecha de contratación; fecha de inicio; inicio
roster.joined = ~fecha de antigüedad; ~inicio de contrato
roster.left = fecha de baja; baja; fecha de salida; salida; fecha de cese; último día; último día trabajado; fecha de fin; ~fin de contrato
roster.salary = salario; sueldo; salario base; sueldo base; salario anual; salario fijo; sueldo anual; salario base anual; salario bruto anual
roster.salary = retribución fija; fijo; fijo anual; remuneración fija; sueldo fijo; ~salario bruto
roster.targetIncentive = bonus objetivo; incentivo objetivo; variable objetivo; bono objetivo; retribución variable objetivo; prima objetivo
roster.targetIncentive = comisión objetivo; bono meta; ~retribución variable; ~parte variable; ~incentivo; ~bono
roster.targetPay = retribución objetivo; compensación total objetivo; salario objetivo; retribución total objetivo
roster.midpoint = punto medio; punto medio de la banda; mitad de la banda
roster.salaryFrom = salario desde; sueldo desde; válido desde; fecha efectiva; fecha de efecto; vigente desde
roster.fte = ETC; equivalente a tiempo completo; jornada; porcentaje de jornada
roster.costCentre = centro de coste; centro de costes; centro de costos
roster.businessUnit = unidad de negocio; empresa; sociedad; división
roster.grade = nivel; categoría; grupo profesional; banda salarial
roster.title = puesto; cargo; función
roster.lineManager = jefe; superior; jefe directo; responsable directo
roster.place = ubicación; país; ciudad; sede

accounts.account = cuenta; número de cuenta; cliente; número de cliente; código de cliente; id cliente; ~nombre del cliente; ~nombre de la cuenta
accounts.segment = segmento; sector; mercado
accounts.year = año; ejercicio; año fiscal; año natural
accounts.revenue = ingresos; ventas; facturación; ventas netas; cifra de negocio; facturación anual
accounts.margin = margen; margen bruto; tasa de margen
accounts.satisfaction = satisfacción; satisfacción del cliente; índice de satisfacción
accounts.lost = perdido; perdida
accounts.lostYears = año de pérdida; años de pérdida

history.measure = medida; indicador; métrica; criterio
history.period = año; período; periodo; ejercicio; año fiscal; año natural
history.part = trimestre; mes; semestre
history.from = desde; inicio; inicio del período; inicio del periodo
history.to = hasta; fin; fin del período; fin del periodo
history.target = objetivo; meta; cuota; valor objetivo; presupuesto
history.result = resultado; real; logrado; valor; valor real; realizado
history.attainment = cumplimiento; consecución; logro; % de cumplimiento; grado de cumplimiento; nivel de cumplimiento; porcentaje de cumplimiento
history.paid = pagado; bono pagado; incentivo pagado; importe pagado
history.atTarget = bonus objetivo; incentivo objetivo; bono objetivo

transactions.id = transacción; número de transacción; pedido; número de pedido; factura; número de factura; operación; oportunidad; número de contrato
transactions.date = fecha; fecha de factura; fecha de pedido; fecha de cierre; fecha de operación; fecha de firma; fecha de venta
transactions.account = cuenta; cliente; número de cliente; código de cliente; id cliente; nombre del cliente
transactions.measure = medida; indicador; ~tipo
transactions.amount = importe; valor; ventas; ingresos; importe neto; monto; facturación; valor del contrato; importe de la oportunidad
transactions.credited = importe acreditado; importe asignado; monto acreditado
transactions.share = participación; reparto; porcentaje asignado; cuota de la venta; parte de la venta

any.currency = moneda; divisa; código de moneda

word.target = objetivo; meta; cuota
word.result = resultado; logrado; realizado
word.attainment = cumplimiento; consecución
word.other = comentario; nota; anterior; cambio; motivo; moneda; estado; nuevo; teléfono; fecha
word.total = suma; acumulado

transactions.stage = etapa; etapa de venta; estado; fase; estado del pedido
transactions.won = ganado; ganada
transactions.cancelled = anulado; anulada; cancelado; cancelada; perdido; perdida
transactions.reverses = anula; anula a; abono de; factura original; pedido original
`;
