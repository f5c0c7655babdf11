// What stands on a page instead of its article: rows of phrases by kind and language, each with examples.

/** Why there is no article. */
export type WallKind = "login" | "cookies" | "script" | "robots" | "missing" | "down" | "legal";

export interface WallRow {
  readonly kind: WallKind;
  readonly languages: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
}

/** The kind as a reason: `No article text was found: …`. */
export const WALL_REASONS: Readonly<Record<WallKind, string>> = {
  login: "the page asks for a login or a subscription",
  cookies: "the page asks for consent to cookies first",
  script: "the page shows its text only by script",
  robots: "the page is a check for robots or refuses access",
  missing: "the page says that the article is not there",
  down: "the server of the page was out of order",
  legal: "the page has no running text but its legal notice",
};

/** Patterns are linear, and are tried on the blocks of a page, one by one. */
export const WALL_ROWS: readonly WallRow[] = [
  {
    kind: "login",
    languages: "en",
    pattern:
      /\b(?:subscribe|sign (?:in|up)|log ?in|register|create an? (?:free )?account|become a (?:member|subscriber))\b.{0,40}\b(?:to (?:continue|keep|read|access|unlock|view|see)\b|for (?:full|unlimited) (?:digital )?access)|\bthis (?:article|content|story|page) is (?:for|only (?:for|available to)|reserved for|exclusive to|available only to) (?:our |paying |registered )*(?:subscribers|members|users|readers)|\b(?:subscribers?|members?)[- ]only\b|\balready (?:a |an )?(?:subscriber|member|subscribed|registered)\b.{0,3}$|\balready have an account\b|\byou(?:['’]ve| have) (?:reached|read|used)\b.{0,40}\b(?:limit|free articles|free stories)|^to (?:continue|keep) reading\b|\byou (?:must|need to) (?:be logged|log|be signed|sign|register|subscribe)\b.{0,30}\bto\b/i,
    examples: [
      "Subscribe to continue reading",
      "This article is for subscribers",
      "You have reached your limit of free articles.",
      "You must be logged in to view this page",
    ],
  },
  {
    kind: "login",
    languages: "de nl",
    pattern:
      /\b(?:um|für) (?:den|diesen|die|das|dieses) (?:\p{L}+ )?(?:artikel|beitrag|text|inhalt)s?\b.{0,30}(?:weiterzulesen|zu lesen|lesen zu können)|\b(?:weiterlesen|jetzt lesen) mit\b|\b(?:jetzt|hier) (?:abonnieren|abo abschließen|anmelden) und weiterlesen|^(?:(?:sind|haben|bist|hast) (?:sie|du) )?(?:bereits|schon) (?:abonnent|registriert|kunde|(?:ein )?abo|mitglied)\w*.{0,3}$|\b(?:exklusiv|nur) für (?:unsere )?(?:abonnent|mitglieder|registrierte)|\b(?:melden sie sich|bitte|jetzt) an(?:melden)?,? um\b|\balleen voor (?:abonnees|leden)|\b(?:log in|abonneer|registreer|word (?:abonnee|lid))\b.{0,25}\b(?:verder te lezen|lees (?:verder|onbeperkt)|te lezen)/iu,
    examples: [
      "Um diesen Artikel weiterzulesen, brauchen Sie ein Abo",
      "Bereits Abonnent?",
      "Alleen voor abonnees",
      "Log in om verder te lezen",
    ],
  },
  {
    kind: "login",
    languages: "fr es it pt",
    pattern:
      /\bréservée?s? (?:à nos|aux) (?:abonnés|membres)|\b(?:abonnez|connectez|identifiez|inscrivez)-vous pour\b|\bpour (?:lire la suite|continuer (?:la|votre) lecture|accéder à (?:cet article|l['’]intégralité))|\bdéjà abonné|\bil vous reste [\d,.]+ ?%|(?:suscríbete|inicia sesión|regístrate|identifícate|hazte socio)\b.{0,20}\bpara (?:seguir|continuar|leer|acceder)|\b(?:exclusivo|solo|reservado) para (?:suscriptores|miembros|socios)|\bya eres suscriptor|^para (?:seguir|continuar) leyendo|\b(?:abbonati|accedi|registrati)\b.{0,10}\bper (?:continuare|leggere|proseguire)|\b(?:riservat[oa]|solo) (?:agli|per gli) abbonati|\bsei già abbonat|^per continuare a leggere|\b(?:assine|faça (?:o )?login|cadastre-se|entre)\b.{0,12}\bpara (?:continuar|ler|acessar|aceder)|\bexclusiv[oa] para assinantes|\bjá é assinante/iu,
    examples: [
      "Article réservé aux abonnés",
      "Suscríbete para seguir leyendo",
      "Abbonati per continuare a leggere",
      "Conteúdo exclusivo para assinantes",
    ],
  },
  {
    kind: "login",
    languages: "pl sv da nb ru tr ja zh ko ar",
    pattern:
      /zaloguj się,? (?:aby|by|żeby)|(?:tylko )?dla (?:prenumeratorów|subskrybentów|zalogowanych)|logga in för att|endast för prenumeranter|log ind for at|kun for abonnenter|logg inn for å|(?:войдите|зарегистрируйтесь|оформите подписку|подпишитесь),? чтобы (?:читать|прочитать|продолжить)|только (?:для )?подписчик|(?:giriş yap|abone ol|üye ol).{0,30}(?:devam|okumak)|(?:会員限定|有料会員限定|有料記事)|(?:ログイン|会員登録|購読)(?:して|すると|が必要).{0,20}|(?:登录|登入|订阅|訂閱)(?:后|後|以|即可).{0,8}(?:阅读|閱讀|继续|繼續|查看)|(?:로그인|구독|회원가입)(?:하|후|을 하).{0,20}(?:기사|계속|읽|보실)|(?:سجل الدخول|اشترك).{0,20}(?:لقراءة|للمتابعة|لمواصلة)/iu,
    examples: [
      "Zaloguj się, aby czytać dalej",
      "Kun for abonnenter",
      "Подпишитесь, чтобы читать дальше",
      "この記事は会員限定です",
      "登录后阅读全文",
    ],
  },
  {
    kind: "cookies",
    languages: "en",
    pattern:
      /\bwe (?:and our (?:\d+ )?(?:\p{L}+ )?partners )?(?:use|store|set|place|process)\b.{0,80}\bcookies|\bwe (?:value|care about|respect) your privacy|^(?:accept|reject|allow) (?:all|cookies)\b|\bmanage (?:your |my )?(?:cookies?|preferences|choices|consent|privacy|settings)\b|\b(?:withdraw|give|change) (?:your )?consent\b|\bstore and\/or access information on a device|\byour (?:privacy|cookie|consent) (?:choices|settings|preferences)|\bpersonali[sz]ed (?:ads|advertising)\b.{0,30}\bcontent|\bwith your (?:agreement|consent|permission),? we\b|\bbefore you continue to\b|\bwe (?:and our partners )?collect (?:information|data) about\b|\b(?:this|our) (?:web ?)?site uses\b.{0,20}\bcookies|\byou (?:consent|agree) to\b.{0,40}\bcookies/iu,
    examples: ["We and our 842 partners use cookies to store data", "We value your privacy", "You can withdraw your consent at any time"],
  },
  {
    kind: "cookies",
    languages: "de nl",
    pattern:
      /\bwir (?:und unsere (?:\d+ )?\p{L}*partner )?(?:verwenden|nutzen|setzen|speichern|verarbeiten)\b.{0,80}\bcookies|^alle (?:akzeptieren|ablehnen|annehmen)|\b(?:web|internet)?(?:site|seite)\b.{0,20}\b(?:verwendet|nutzt)\b.{0,20}\bcookies|\bdeze (?:web)?site (?:gebruikt|maakt)\b.{0,20}\bcookies|\balle cookies (?:akzeptieren|ablehnen|annehmen)|\beinwilligung\b.{0,60}\bwiderrufen|\b(?:ihre|deine) (?:privatsphäre|einwilligung|zustimmung)\b|\bmit werbung\b.{0,20}\b(?:weiter|lesen|nutzen)|\bwerbefrei\w*\b.{0,30}\babo|\binformationen auf (?:einem|ihrem|deinem) (?:end)?gerät|\b(?:wij|we) (?:en onze (?:\d+ )?partners )?(?:gebruiken|plaatsen|verwerken)\b.{0,60}\bcookies|\b(?:alles|cookies) (?:accepteren|weigeren)|\b(?:uw|jouw|je) (?:privacy|toestemming)\b/iu,
    examples: [
      "Wir und unsere 211 Partner verwenden Cookies",
      "Sie können Ihre Einwilligung jederzeit widerrufen",
      "Wij gebruiken cookies",
    ],
  },
  {
    kind: "cookies",
    languages: "fr es it pt",
    pattern:
      /\bnous (?:et nos (?:\d+ )?partenaires )?(?:utilisons|stockons|déposons|traitons)\b.{0,80}\bcookies|\b(?:ce site|este sitio(?: web)?|este site|questo sito(?: web)?)\b.{0,12}\b(?:utilise|utiliza|usa|utilizza)\b.{0,20}\bcookie|\btout (?:accepter|refuser)|\baccepter (?:et continuer|les cookies)|\bcontinuer sans accepter|\bvotre (?:consentement|vie privée)\b|\bparamétrer (?:les |mes |vos )?cookies|\b(?:nosotros y nuestros (?:\d+ )?socios|usamos|utilizamos|almacenamos)\b.{0,80}\bcookies|\b(?:aceptar|rechazar) (?:todo|todas|y continuar|las cookies|cookies)|\b(?:su|tu) (?:consentimiento|privacidad)\b|\bconfigurar (?:las )?cookies|\b(?:utilizziamo|usiamo|noi e (?:i nostri )?(?:\d+ )?(?:partner|fornitori))\b.{0,80}\bcookie|\b(?:accetta|rifiuta) (?:tutti|tutto|e continua|i cookie)|\b(?:il tuo|vostro) consenso\b|\bla tua privacy\b|\bnós e os nossos\b.{0,40}\bparceiros|\b(?:aceitar|rejeitar) (?:todos|tudo|cookies)|\b(?:sua|a tua) privacidade\b|\bseu consentimento\b/iu,
    examples: [
      "Nous et nos 132 partenaires utilisons des cookies",
      "Continuer sans accepter",
      "Utilizamos cookies propias",
      "Accetta tutti",
    ],
  },
  {
    kind: "cookies",
    languages: "pl cs sv da nb fi ru tr ja zh",
    pattern:
      /(?:my i nasi (?:\d+ )?(?:zaufani )?partnerzy|używamy|korzystamy)\b.{0,60}(?:cookie|ciasteczek)|twoj(?:a|ej) prywatnoś|používáme (?:soubory )?cookie|\bvi (?:(?:och våra|og vores|og våre) (?:\d+ )?\p{L}+ )?(?:använder|bruger|bruker)\b.{0,50}(?:cookie|kakor|informasjonskapsler)|(?:acceptera|godkänn) alla|(?:accepter|godta|godkend) alle|käytämme evästeitä|мы используем (?:файлы )?(?:cookie|куки)|çerez(?:ler)?(?:i)? kullan|(?:cookie|クッキー)を使用|使用 ?cookie|(?:同意|接受).{0,12}(?:隱私|隐私|cookie)/iu,
    examples: ["Używamy plików cookie", "Vi använder kakor", "Мы используем файлы cookie", "当サイトではCookieを使用します"],
  },
  {
    kind: "script",
    languages: "en de fr es it pt nl pl ru ja zh ko",
    pattern:
      /\b(?:enable|turn on|activate|allow)\b.{0,20}\bjavascript|\bjavascript (?:is|must be|needs to be|has been|seems to be)\b.{0,15}\b(?:disabled|enabled|required|turned off|blocked|not)|\b(?:requires?|needs?) javascript|\b(?:aktivieren|schalten|einschalten)\b.{0,20}\bjavascript|\bjavascript (?:ist|wird|muss)\b.{0,25}(?:deaktiviert|benötigt|erforderlich|aktiviert)|\bactive[rz]?\b.{0,12}\bjavascript|\bjavascript est (?:désactivé|requis|nécessaire)|\b(?:habilit[ae]|activ[ae]|ativ[ae]r?|abilita|attiva)\w*\b.{0,12}\bjavascript|\b(?:schakel|zet)\b.{0,12}\bjavascript\b.{0,6}\b(?:in|aan)\b|włącz.{0,20}javascript|включит[еь].{0,15}javascript|javascript(?:を|が)(?:有効|無効)|(?:启用|啟用|开启|開啟).{0,6}javascript|javascript(?:를|을).{0,8}(?:활성|사용)/iu,
    examples: [
      "Please enable JavaScript to view this page",
      "Bitte aktivieren Sie JavaScript",
      "Veuillez activer JavaScript",
      "JavaScriptを有効にしてください",
    ],
  },
  {
    kind: "robots",
    languages: "en de fr es it pt nl ru ja zh",
    pattern:
      /^just a moment\b.{0,5}$|\bchecking (?:your browser|if the site connection)|\bverify(?:ing)? (?:that )?you(?:['’]re| are) (?:a |not a )?(?:human|robot|bot)|\bare you (?:a )?(?:human|robot)\b|\b(?:unusual|suspicious|automated) (?:traffic|activity|requests?)\b.{0,40}\b(?:from|network|detected|your)|^access (?:to this (?:page|site|website|resource) (?:has been |is ))?(?:denied|blocked|forbidden)\b|^403\b.{0,20}$|\byou(?:r request)? (?:have|has) been blocked\b|\bcomplete the (?:captcha|security check)|\bpress (?:&|and) hold\b|^(?:pardon our interruption|attention required|human verification|security check)\b|^(?:zugriff verweigert|accès (?:refusé|bloqué)|acceso denegado|accesso negato|acesso negado|toegang geweigerd|доступ (?:запрещ[её]н|ограничен))|\b(?:sind sie|bist du) ein (?:mensch|roboter)|\bvous n['’]êtes pas un robot|(?<!\p{L})êtes-vous un robot|\bno eres un robot|\bnon sei un robot|\bnão é um robô|что вы не робот|アクセスが(?:拒否|制限)|(?:访问被拒绝|人机验证|安全验证)/iu,
    examples: [
      "Just a moment...",
      "Verify you are human by completing the action below.",
      "Access denied",
      "Zugriff verweigert",
      "Êtes-vous un robot ?",
    ],
  },
  {
    kind: "missing",
    languages: "en de fr es it pt nl pl cs sv da nb fi ru tr ja zh ko ar",
    pattern:
      /^(?:error |fehler |erreur |oops.{0,3} )?404\b|\bpage (?:was )?not found\b|\b(?:page|article|story) (?:could not|cannot|can['’]t|couldn['’]t) be found|\b(?:page|article|story|content)\b.{0,40}\b(?:no longer (?:exists?|available)|does(?: not|n['’]t) exist|(?:has|have) (?:expired|been (?:removed|deleted))|is(?: not|n['’]t) available (?:in your|at this time))|\bnot available in your (?:country|region|area|location)\b|\bunavailable (?:due to|for) legal reasons|\bseite (?:wurde )?(?:leider )?nicht gefunden|\b(?:artikel|seite|beitrag|inhalt)\b.{0,20}\b(?:nicht mehr verfügbar|existiert nicht)|\bpage (?:introuvable|non trouvée|n['’]existe (?:pas|plus))|\b(?:article|contenu) n['’]est plus disponible|\bpágina no (?:encontrada|existe|disponible)|\bpagina non (?:trovata|esiste|disponibile)|\bpágina não (?:encontrada|existe)|\bpagina (?:is )?niet gevonden|nie znaleziono strony|strona nie (?:istnieje|została znaleziona)|stránka (?:nebyla nalezena|neexistuje)|sidan (?:kunde inte hittas|finns inte|hittades inte)|siden (?:blev ikke fundet|ble ikke funnet|findes ikke|finnes ikke)|sivua ei löyty|страница не (?:найдена|существует)|sayfa bulunamadı|ページ(?:が|は)(?:見つかりません|存在しません)|お探しのページ|(?:页面|頁面|网页)(?:不存在|未找到|找不到)|페이지를 찾을 수 없|الصفحة غير موجودة/iu,
    examples: [
      "404 – Not found",
      "Page not found",
      "Seite nicht gefunden",
      "Page introuvable",
      "Página no encontrada",
      "Страница не найдена",
      "ページが見つかりません",
    ],
  },
  {
    kind: "down",
    languages: "en",
    pattern:
      /^(?:error )?50\d\b.{0,60}$|^(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)\b|\b(?:site|page|website) is (?:temporarily|currently) (?:unavailable|down)|\b(?:down for|under|undergoing)\b.{0,20}\bmaintenance\b/i,
    examples: ["502 Bad Gateway", "Service Temporarily Unavailable", "The site is down for scheduled maintenance"],
  },
  {
    kind: "legal",
    languages: "en de fr es it pt nl pl hr ru",
    pattern:
      /\ball rights (?:are )?reserved\b|\bare copyright\b|^(?:©|copyright\b)|\b(?:page|article) was last (?:edited|modified) on\b|\balle rechte (?:vorbehalten|voorbehouden)|\btous droits réservés|\btodos los derechos reservados|\btodos os direitos reservados|\btutti i diritti (?:sono )?riservati|wszelkie prawa zastrzeżone|sva prava (?:pridržana|zadržana)|все права защищены/iu,
    examples: ["© 2024 Havn Courier. All rights reserved.", "Tous droits réservés", "Sva prava pridržana"],
  },
];

/** Units of a line in which its phrase is looked for. */
const HEAD = 600;

/** Whether a phrase of a kind stands in a line of a page. */
export const saysKind = (text: string, kind: WallKind): boolean =>
  WALL_ROWS.some((row) => row.kind === kind && row.pattern.test(text.slice(0, HEAD)));

/** The first row whose phrase stands in a line of a page, or null. */
export function wallRow(text: string): WallRow | null {
  const head = text.slice(0, HEAD);
  return WALL_ROWS.find((row) => row.pattern.test(head)) ?? null;
}
