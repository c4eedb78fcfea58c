// Invented headlines, teasers and labels in many languages, from which generate.mjs makes pages that are no articles, and short ones that are.

/** For each language: labels (nav, search, log in, cart, more, e-mail, send), headlines, teasers. */
export const WORDS = {
  en: {
    labels: ["Home|World|Politics|Business|Sport|Culture|Weather", "Search", "Log in", "Add to basket", "Read more", "E-mail address", "Send"],
    headlines: [
      "Ferry link to the northern islands reopens after storm",
      "Council votes to keep the old tram depot",
      "Minister rejects call for early budget talks",
      "Late goal sends Harbour United into the final",
      "Why bakers are going back to rye",
      "Engineers find new crack in the river bridge",
      "Museum shows letters of a forgotten cartographer",
    ],
    teasers: [
      "Crossings had been suspended for six days. The operator expects a full timetable by the weekend.",
      "Residents had collected nine thousand signatures. The mayor speaks of a reasonable compromise for the quarter.",
      "The opposition wants the figures published before the summer recess, but the ministry sees no need for haste.",
      "It was the first win away from home since October, and it came in the last minute of added time.",
      "Flour prices have doubled in two years. A visit to three bakeries that have changed their recipes.",
    ],
  },
  de: {
    labels: ["Start|Politik|Wirtschaft|Sport|Kultur|Wissen|Wetter", "Suche", "Anmelden", "In den Warenkorb", "Weiterlesen", "E-Mail-Adresse", "Senden"],
    headlines: [
      "Fähre zu den Inseln fährt nach dem Sturm wieder",
      "Stadtrat will altes Straßenbahndepot erhalten",
      "Ministerin lehnt frühere Haushaltsberatungen ab",
      "Spätes Tor bringt Hafenelf ins Endspiel",
      "Warum Bäcker zum Roggen zurückkehren",
      "Neuer Riss in der Flussbrücke entdeckt",
      "Museum zeigt Briefe eines vergessenen Kartografen",
    ],
    teasers: [
      "Sechs Tage lang ruhte der Verkehr. Bis zum Wochenende soll der volle Fahrplan wieder gelten.",
      "Anwohner hatten neuntausend Unterschriften gesammelt. Der Bürgermeister spricht von einem guten Kompromiss.",
      "Die Opposition verlangt die Zahlen noch vor der Sommerpause, das Ministerium sieht dafür keinen Anlass.",
      "Es war der erste Auswärtssieg seit Oktober, und er fiel in der letzten Minute der Nachspielzeit.",
      "Mehl kostet doppelt so viel wie vor zwei Jahren. Ein Besuch in drei Backstuben mit neuen Rezepten.",
    ],
  },
  es: {
    labels: ["Portada|Mundo|Política|Economía|Deportes|Cultura|Tiempo", "Buscar", "Iniciar sesión", "Añadir a la cesta", "Leer más", "Correo electrónico", "Enviar"],
    headlines: [
      "Reabre el ferri a las islas del norte tras el temporal",
      "El ayuntamiento conservará la antigua cochera de tranvías",
      "La ministra rechaza adelantar los presupuestos",
      "Un gol tardío lleva al Puerto Unido a la final",
      "Por qué los panaderos vuelven al centeno",
      "Hallan una nueva grieta en el puente del río",
    ],
    teasers: [
      "El servicio llevaba seis días suspendido. La empresa espera recuperar todos los horarios el fin de semana.",
      "Los vecinos reunieron nueve mil firmas. El alcalde habla de un acuerdo razonable para el barrio.",
      "La oposición pide las cifras antes del verano, pero el ministerio no ve motivos para darse prisa.",
      "Fue la primera victoria fuera de casa desde octubre, y llegó en el último minuto del descuento.",
    ],
  },
  fr: {
    labels: ["Accueil|Monde|Politique|Économie|Sport|Culture|Météo", "Rechercher", "Se connecter", "Ajouter au panier", "Lire la suite", "Adresse e-mail", "Envoyer"],
    headlines: [
      "Le bac des îles du nord reprend après la tempête",
      "La ville gardera l’ancien dépôt de tramways",
      "La ministre refuse d’avancer le débat budgétaire",
      "Un but tardif envoie le Port en finale",
      "Pourquoi les boulangers reviennent au seigle",
      "Nouvelle fissure découverte dans le pont",
    ],
    teasers: [
      "Les traversées étaient suspendues depuis six jours. L’exploitant prévoit un retour à la normale samedi.",
      "Les habitants avaient réuni neuf mille signatures. Le maire parle d’un compromis raisonnable.",
      "L’opposition réclame les chiffres avant l’été, mais le ministère ne voit aucune raison de se presser.",
      "C’était la première victoire à l’extérieur depuis octobre, à la dernière minute du temps additionnel.",
    ],
  },
  pt: {
    labels: ["Início|Mundo|Política|Economia|Esporte|Cultura|Tempo", "Buscar", "Entrar", "Adicionar ao carrinho", "Leia mais", "E-mail", "Enviar"],
    headlines: [
      "Balsa para as ilhas do norte volta após temporal",
      "Câmara decide manter antiga garagem de bondes",
      "Ministra rejeita antecipar debate do orçamento",
      "Gol no fim leva o Porto Unido à final",
      "Nova rachadura é encontrada na ponte do rio",
    ],
    teasers: [
      "O serviço estava suspenso havia seis dias. A empresa espera retomar todos os horários no fim de semana.",
      "Moradores reuniram nove mil assinaturas. O prefeito fala em um acordo razoável para o bairro.",
      "A oposição quer os números antes do recesso, mas o ministério não vê motivo para pressa.",
    ],
  },
  it: {
    labels: ["Home|Mondo|Politica|Economia|Sport|Cultura|Meteo", "Cerca", "Accedi", "Aggiungi al carrello", "Leggi tutto", "Indirizzo e-mail", "Invia"],
    headlines: [
      "Riapre il traghetto per le isole del nord",
      "Il comune salva il vecchio deposito dei tram",
      "La ministra respinge il bilancio anticipato",
      "Gol al novantesimo, il Porto va in finale",
      "Nuova crepa nel ponte sul fiume",
    ],
    teasers: [
      "Le corse erano sospese da sei giorni. La società conta di tornare all’orario pieno nel fine settimana.",
      "I residenti avevano raccolto novemila firme. Il sindaco parla di un compromesso ragionevole.",
      "L’opposizione vuole i conti prima dell’estate, ma il ministero non vede motivi di fretta.",
    ],
  },
  pl: {
    labels: ["Start|Świat|Polityka|Gospodarka|Sport|Kultura|Pogoda", "Szukaj", "Zaloguj się", "Do koszyka", "Czytaj dalej", "Adres e-mail", "Wyślij"],
    headlines: [
      "Prom na północne wyspy znów pływa po sztormie",
      "Rada chce zachować starą zajezdnię tramwajową",
      "Ministra odrzuca wcześniejszą debatę o budżecie",
      "Późny gol daje Portowcom awans do finału",
      "Nowe pęknięcie w moście na rzece",
    ],
    teasers: [
      "Rejsy były zawieszone przez sześć dni. Przewoźnik liczy na pełny rozkład w weekend.",
      "Mieszkańcy zebrali dziewięć tysięcy podpisów. Burmistrz mówi o rozsądnym kompromisie.",
      "Opozycja chce poznać liczby przed wakacjami, ale ministerstwo nie widzi powodu do pośpiechu.",
    ],
  },
  ru: {
    labels: ["Главная|Мир|Политика|Экономика|Спорт|Культура|Погода", "Поиск", "Войти", "В корзину", "Читать далее", "Электронная почта", "Отправить"],
    headlines: [
      "Паром на северные острова вновь ходит после шторма",
      "Городской совет сохранит старое трамвайное депо",
      "Министр отказалась ускорить обсуждение бюджета",
      "Поздний гол вывел «Портовик» в финал",
      "В мосту через реку нашли новую трещину",
    ],
    teasers: [
      "Рейсы не выполнялись шесть дней. Перевозчик обещает вернуть полное расписание к выходным.",
      "Жители собрали девять тысяч подписей. Мэр говорит о разумном компромиссе для района.",
      "Оппозиция требует цифры до каникул, но министерство не видит причин для спешки.",
    ],
  },
  ja: {
    labels: ["トップ|国際|政治|経済|スポーツ|文化|天気", "検索", "ログイン", "カートに入れる", "続きを読む", "メールアドレス", "送信"],
    headlines: ["北の島々への連絡船、嵐のあと運航再開", "市議会、古い路面電車の車庫を保存へ", "大臣、予算審議の前倒しを拒否", "終了間際の得点で港町クラブが決勝へ", "川の橋に新たなひび割れ"],
    teasers: ["連絡船は六日間運休していた。運航会社は週末までに通常ダイヤへ戻すとしている。", "住民は九千人分の署名を集めた。市長は妥当な妥協だと話した。", "野党は夏前の公表を求めているが、省は急ぐ必要はないとしている。"],
  },
  zh: {
    labels: ["首页|国际|政治|财经|体育|文化|天气", "搜索", "登录", "加入购物车", "阅读全文", "电子邮箱", "发送"],
    headlines: ["风暴过后北部岛屿渡轮恢复通航", "市议会决定保留老电车库", "部长拒绝提前讨论预算", "补时进球让港口联队闯入决赛", "跨河大桥发现新裂缝"],
    teasers: ["渡轮此前停航六天。运营方预计周末恢复全部班次。", "居民征集了九千个签名。市长称这是合理的折中方案。", "反对派要求在夏季休会前公布数字，但该部认为没有必要着急。"],
  },
  ar: {
    labels: ["الرئيسية|العالم|سياسة|اقتصاد|رياضة|ثقافة|طقس", "بحث", "تسجيل الدخول", "أضف إلى السلة", "اقرأ المزيد", "البريد الإلكتروني", "إرسال"],
    headlines: ["عودة العبّارة إلى الجزر الشمالية بعد العاصفة", "المجلس البلدي يبقي على محطة الترام القديمة", "الوزيرة ترفض تقديم موعد مناقشة الموازنة", "هدف متأخر يقود نادي الميناء إلى النهائي"],
    teasers: ["توقفت الرحلات ستة أيام. وتتوقع الشركة عودة الجدول الكامل بحلول نهاية الأسبوع.", "جمع السكان تسعة آلاف توقيع. ويتحدث رئيس البلدية عن حل وسط معقول للحي."],
  },
  ko: {
    labels: ["홈|국제|정치|경제|스포츠|문화|날씨", "검색", "로그인", "장바구니에 담기", "더 보기", "이메일 주소", "보내기"],
    headlines: ["폭풍 뒤 북쪽 섬 여객선 운항 재개", "시의회, 옛 전차 차고 보존하기로", "장관, 예산 심의 앞당기자는 요구 거부", "막판 골로 항구 팀 결승 진출"],
    teasers: ["여객선은 엿새 동안 멈춰 있었다. 운영사는 주말까지 모든 시간표가 돌아올 것으로 본다.", "주민들은 구천 명의 서명을 모았다. 시장은 합리적인 타협이라고 말했다."],
  },
  tr: {
    labels: ["Ana sayfa|Dünya|Siyaset|Ekonomi|Spor|Kültür|Hava", "Ara", "Giriş yap", "Sepete ekle", "Devamını oku", "E-posta adresi", "Gönder"],
    headlines: ["Kuzey adalarına vapur fırtınadan sonra yeniden başladı", "Meclis eski tramvay deposunu koruyacak", "Bakan erken bütçe görüşmesini reddetti", "Geç gelen gol Liman takımını finale taşıdı"],
    teasers: ["Seferler altı gündür yapılamıyordu. İşletmeci hafta sonuna kadar tam tarifeye dönmeyi bekliyor.", "Mahalleli dokuz bin imza toplamıştı. Belediye başkanı makul bir uzlaşmadan söz ediyor."],
  },
  fa: {
    labels: ["خانه|جهان|سیاست|اقتصاد|ورزش|فرهنگ|هوا", "جستجو", "ورود", "افزودن به سبد", "ادامه مطلب", "نشانی ایمیل", "ارسال"],
    headlines: ["کشتی جزیره‌های شمالی پس از توفان دوباره به راه افتاد", "شورای شهر ساختمان قدیمی تراموا را نگه می‌دارد", "وزیر بحث زودهنگام بودجه را نپذیرفت", "گل دیرهنگام تیم بندر را به فینال برد"],
    teasers: ["رفت و آمد شش روز متوقف بود. شرکت می‌گوید تا پایان هفته همه سفرها برقرار می‌شود.", "ساکنان نه هزار امضا گرد آورده بودند. شهردار از سازشی معقول برای محله سخن می‌گوید.", "مخالفان آمار را پیش از تابستان می‌خواهند، اما وزارتخانه دلیلی برای شتاب نمی‌بیند."],
  },
  ur: {
    labels: ["صفحہ اول|دنیا|سیاست|معیشت|کھیل|ثقافت|موسم", "تلاش", "لاگ ان", "ٹوکری میں ڈالیں", "مزید پڑھیں", "ای میل پتہ", "بھیجیں"],
    headlines: ["طوفان کے بعد شمالی جزیروں کی کشتی پھر چلنے لگی", "کونسل نے پرانا ٹرام ڈپو برقرار رکھنے کا فیصلہ کیا", "وزیر نے بجٹ پر جلد بحث سے انکار کر دیا", "آخری لمحے کے گول نے بندرگاہ کلب کو فائنل میں پہنچا دیا"],
    teasers: ["آمدورفت چھ دن سے بند تھی۔ کمپنی کو امید ہے کہ ہفتے کے آخر تک تمام کشتیاں چلنے لگیں گی۔", "رہائشیوں نے نو ہزار دستخط جمع کیے تھے۔ میئر اسے محلے کے لیے معقول سمجھوتا کہتے ہیں۔", "حزب اختلاف گرمیوں سے پہلے اعداد چاہتی ہے، لیکن وزارت کو جلدی کی کوئی وجہ نظر نہیں آتی۔"],
  },
  hi: {
    labels: ["मुख्य पृष्ठ|दुनिया|राजनीति|कारोबार|खेल|संस्कृति|मौसम", "खोजें", "लॉग इन", "टोकरी में डालें", "और पढ़ें", "ई-मेल पता", "भेजें"],
    headlines: ["तूफ़ान के बाद उत्तरी द्वीपों की नाव फिर चलने लगी", "परिषद पुराने ट्राम डिपो को बचाएगी", "मंत्री ने बजट पर जल्दी चर्चा से इनकार किया", "आख़िरी गोल से बंदरगाह क्लब फ़ाइनल में पहुँचा"],
    teasers: ["नावें छह दिन से बंद थीं। कंपनी को उम्मीद है कि सप्ताह के अंत तक पूरी समय सारिणी लौट आएगी।", "निवासियों ने नौ हज़ार हस्ताक्षर जुटाए थे। महापौर इसे मोहल्ले के लिए उचित समझौता बताते हैं।", "विपक्ष गर्मियों से पहले आँकड़े चाहता है, लेकिन मंत्रालय को जल्दी की कोई वजह नहीं दिखती।"],
  },
  th: {
    labels: ["หน้าแรก|ต่างประเทศ|การเมือง|เศรษฐกิจ|กีฬา|วัฒนธรรม|อากาศ", "ค้นหา", "เข้าสู่ระบบ", "หยิบใส่ตะกร้า", "อ่านต่อ", "อีเมล", "ส่ง"],
    headlines: ["เรือข้ามฟากไปหมู่เกาะทางเหนือกลับมาเดินเรือหลังพายุ", "สภาเมืองเก็บโรงรถรางเก่าไว้", "รัฐมนตรีไม่รับข้อเสนอถกงบประมาณเร็วขึ้น", "ประตูท้ายเกมพาทีมท่าเรือเข้ารอบชิง"],
    teasers: ["เรือหยุดวิ่งมาหกวันแล้ว ผู้ประกอบการคาดว่าจะกลับมาเดินเรือครบทุกเที่ยวภายในสุดสัปดาห์นี้", "ชาวบ้านรวบรวมรายชื่อได้เก้าพันคน นายกเทศมนตรีกล่าวว่าเป็นทางออกที่เหมาะสมสำหรับย่านนี้", "ฝ่ายค้านต้องการตัวเลขก่อนปิดสมัยประชุม แต่กระทรวงเห็นว่าไม่มีเหตุให้ต้องเร่งรีบ"],
  },
  id: {
    labels: ["Beranda|Dunia|Politik|Ekonomi|Olahraga|Budaya|Cuaca", "Cari", "Masuk", "Masukkan keranjang", "Baca selengkapnya", "Alamat surel", "Kirim"],
    headlines: ["Feri ke pulau-pulau utara kembali berlayar usai badai", "Dewan kota pertahankan depo trem lama", "Menteri tolak pembahasan anggaran lebih awal", "Gol akhir bawa klub Pelabuhan ke final"],
    teasers: ["Pelayaran berhenti selama enam hari. Operator memperkirakan jadwal penuh akan kembali pada akhir pekan.", "Warga telah mengumpulkan sembilan ribu tanda tangan. Wali kota menyebutnya jalan tengah yang wajar bagi kampung itu.", "Oposisi meminta angka itu sebelum masa reses, tetapi kementerian tidak melihat alasan untuk terburu-buru."],
  },
  vi: {
    labels: ["Trang chủ|Thế giới|Chính trị|Kinh tế|Thể thao|Văn hóa|Thời tiết", "Tìm kiếm", "Đăng nhập", "Thêm vào giỏ", "Đọc tiếp", "Địa chỉ email", "Gửi"],
    headlines: ["Phà ra các đảo phía bắc chạy lại sau bão", "Hội đồng giữ lại bến tàu điện cũ", "Bộ trưởng từ chối bàn ngân sách sớm", "Bàn thắng muộn đưa đội Cảng vào chung kết"],
    teasers: ["Các chuyến phà đã dừng sáu ngày. Đơn vị vận hành dự kiến chạy đủ chuyến vào cuối tuần.", "Người dân đã gom chín nghìn chữ ký. Thị trưởng gọi đó là một thỏa hiệp hợp lý cho khu phố.", "Phe đối lập muốn có số liệu trước kỳ nghỉ, nhưng bộ không thấy lý do gì phải vội."],
  },
};
