"""Word lists for invented companies and people, one locale each, all our own.

A word in a script that is not Latin stands as `word/romanised`; the romanised half makes addresses. `_` is a space inside a
word. Heads and family names begin a company's name, tails end it.
"""

from journeydesk.sandbox.team.locale import ENGLISH, GERMAN, Locale

LOCALES: tuple[Locale, ...] = (
    ENGLISH,
    GERMAN,
    Locale(
        "fr",
        8,
        "+33 1 99 00",
        "Aubépine Bellerive Châtaigner Doucelin Églantine Fougeraie Grandpré Hêtraie Isle-Verte Jonquille "
        "Lavandin Mirabelle "
        "Nacelle Orfèvre Pépinière Quatre-Vents Rivecourt Sablière Tourelle Vallonné Clairvaux-Sud Hautbois",
        "Éditions Photothèque Verrerie Optique Papeterie Horlogerie Mécanique Journal Images Atelier "
        "Confiserie Cycles "
        "Faïence Recherche Textiles Marée Imprimerie Studios",
        "Aurélie Baptiste Célestine Didier Éloïse Florentin Geneviève Hervé Inès Jérôme Léonie Maëlle Noé Océane Théophile Zoé",
        "Aubergier Beaurepas Chênevert Delacombe Estève-Roux Fauconnet Guérinot Hébrard Joubertin Lavergnolle "
        "Mézières "
        "Noiret Péchard Quéméré Roussillon-Bay Tréguier Vaillancey Zéphirin",
    ),
    Locale(
        "es",
        8,
        "+34 910 55",
        "Alborada Berrocal Cañaveral Dehesilla Encinar Fuentenueva Granadilla Hinojal Iruñaldea Jazmín "
        "Lagunilla Manzanedo "
        "Nogueral Olivares_Altos Peñascal Quejigal Robleda Sotobosque Torcaz Umbría Villañeda Zarzamora",
        "Editorial Fotografía Logística Textil Cerámica Óptica Muebles Semillas Revista Investigación Bodegas "
        "Maquinaria "
        "Conservas Relojería Papelera Imágenes Tejidos Energía",
        "Asunción Baltasar Consuelo Dámaso Encarna Fermín Graciela Hernán Inmaculada Jacinto Lourdes Matías "
        "Nuria Óscar Ramón Soledad",
        "Aguirregoitia Bermúdez-Paz Cañizares Dueñas Echenique Fandiño Gárate Hinojosa Iñurrategui "
        "Juárez-León Llorente "
        "Muñárriz Núñez-Vela Ordóñez Peñaranda Quiñones Salgueiro Zubizarreta",
    ),
    Locale(
        "pl",
        6,
        "+48 22 555",
        "Brzezina Chłodny_Zdrój Dębowiec Jesionka Kłosówka Leszczyna Łąkoród Modrzewie Niezapominajka "
        "Olszynka Przepiórka "
        "Rzęsawa Słonecznik Świerkowo Tęczyn Wrzosowisko Żurawiniec Źródlana Gąsiorów Mgławica",
        "Wydawnictwo Meble Obrazy Zegary Tkaniny Optyka Drukarnia Rowery Ceramika Szkło Sady Gazeta Narzędzia "
        "Miody Badania Papier",
        "Agnieszka Bożydar Celina Dąbrówka Elżbieta Grażyna Halszka Jędrzej Kazimierz Łucja Małgorzata "
        "Norbert Róża Sławomir Święta Żaneta",
        "Błaszkiewicz Chrząszcz Drzewiecki Gębicka Jaśkiewicz Kędzior Łopuszyński Mąkosa Niećwierz Ożóg "
        "Przybyłko Rzepczyńska "
        "Skrzypczak Ściborek Trzmielewska Wąsik Źrebiec Żmijewska",
    ),
    Locale(
        "pt",
        5,
        "+351 21 555",
        "Açucena Boavista_Nova Carvalhal Douradinha Espinheiro Figueiró Giestal Hortênsia Ibérica_Sul Jardinã "
        "Lameirão "
        "Mondeguinho Nascente Oliveirã Pinhão Quintela Ribeirã Serrã Tojal Urzedo",
        "Cortiça Azulejos Edições Imagens Torrefação Redes Sementes Óptica Mobiliário Tecidos Relógios "
        "Conservas Revista Papelaria",
        "Aníbal Benedita Conceição Duarte Estêvão Filipa Graça Inácio João-Maria Lurdes Márcia Nélio Otávio "
        "Rosária Simão Zulmira",
        "Assunção Brandão-Reis Conceição-Dias Dornelas Esperança Falcão Guimarães-Sá Lourenço Magalhães-Roxo "
        "Negrão Paixão "
        "Quintão Romão Simões-Luz Trindade Valadão",
    ),
    Locale(
        "it",
        5,
        "+39 06 555",
        "Acquachiara Borgoverde Collefiorito Dolcevento Fontanabuona Ginestreto Lavandaio Montenuvola "
        "Nocciòla Olivastro "
        "Pietraluna Querceto Roccabianca Solefiore Tigliodoro Ulivella Vallombrina Zafferanè",
        "Editrice Immagini Ottica Ceramiche Orologi Tessuti Vetri Biciclette Cartiera Rivista Dolciaria "
        "Arredi Ricerche Strumenti",
        "Adelaìde Benedetto Carmela Donato Ersilia Fausto Ginevra Italo Leopoldo Mariuccia Nicolò Ottavia "
        "Pasquale Rosalìa Teodoro Vìola",
        "Bellacqua Cantalupi Dell'Orto Fiordaliso Grancasa Lo_Monte Malaspighe Nocerina Ortensi Passalacqua "
        "Quattrocchi "
        "Roccaforte Settembrini Tramontana Ventadori Zaccagnò",
    ),
    Locale(
        "sv",
        4,
        "+46 8 555",
        "Almgården Björklid Ekbacken Forsängen Grönvik Hällmark Järpås Klövervall Ljungaå Måsholm Nyckelby "
        "Örnsjö Rönnskär "
        "Sälgdal Tallmyr Åsbräcka Älvnäs Vitsippan",
        "Förlag Bilder Optik Cykel Möbler Ull Bryggeri Instrument Tidning Verkstad Papper Glas Båtar Forskning",
        "Åke Birgitta Dagny Elof Frida Göran Hjördis Ingvar Jöns Kerstin Märta Olle Ragnhild Stellan Tyra Östen",
        "Almström Bäckmark Edelsvärd Fågelvik Grönkvist Hägglöf Järnspets Kråkmo Löfvenklang Mårdsson "
        "Nordenskär Öberglind "
        "Rönnqvist Sjöhage Tångring Åkerhjelm",
    ),
    Locale(
        "fi",
        3,
        "+358 9 555",
        "Haapakoski Hämyranta Jäkälä Kuusijärvi Lumikenttä Metsätähti Mäntyoja Niittysaari Peuralehto "
        "Pöllövaara Suopursu "
        "Sääksmaa Tuomipiha Vanamo Väinölä Yöttömä",
        "Kustannus Kuvat Optiikka Huonekalut Villa Paino Panimo Mittarit Lehti Veneet Lasi Tutkimus",
        "Aino-Kaisa Eero Hilkka Ilmari Jääkko Kyllikki Lempi Mielikki Niilo Päivikki Rauno Sylvi Tapio Väinö",
        "Hämälistö Jäntinen Kärppälä Lehväslaiho Mäkipää Nääppilä Pöyhtäri Rämesuo Sääskilahti Tähkävuori Väyliö Yläkoski",
    ),
    Locale(
        "cs",
        4,
        "+420 255 55",
        "Borůvčí Březina Čápovna Dubňany Habřina Jeřabinka Kopřivna Lískovec Měsíčná Ořechovka Pěnkava "
        "Růžovec Řeřicha "
        "Sněženka Šípkov Třešňovka Úvozy Žežulka",
        "Nakladatelství Obrazy Hodiny Nábytek Sklo Tiskárna Kola Optika Pivovar Hračky Noviny Výzkum Papír Nástroje",
        "Bohumila Čeněk Dobřena Eliška František Hynek Jiřina Květoslav Lubomíra Matěj Oldřich Růžena "
        "Světlana Štěpán Věra Zdeněk",
        "Bělohrad Čermáček Doležel-Král Fiřt Hřebíček Jeřábková Kučírek Málková Nečesaný Ohnivý Přibáň "
        "Řezníček Šťastná "
        "Třísková Vítů Žďárská",
    ),
    Locale(
        "tr",
        4,
        "+90 212 555",
        "Akçaağaç Böğürtlen Çamlıdere Dutluca Eğrisu Fındıklı Gökçetaş Hanımeli Ihlamurlu İncirköy Karaçalı "
        "Lâleköy Menekşe "
        "Ormanaltı Özlüce Pırnallı Söğütçük Şimşirli Üçpınar Yağmurlu",
        "Yayıncılık Görsel Optik Seramik Tekstil Mobilya Saat Basım Gazete Tarım Cam Araştırma Oyuncak Bisiklet",
        "Ayşegül Berkay Çiğdem Doğan Eşref Fadıl Gülşah Hüsniye İlkay Kıvanç Leylâ Mümtaz Nilgün Özge Şükran Ümit",
        "Akyıldız Bağcıoğlu Çakıroğlu Demirağ Ertuğ Gündoğdu Hızarcı İpekçi Karabağlı Nalbantgil Öztoprak Pınarbaşı "
        "Sarıgöl Şenyüz Taşkıran Ünsal",
    ),
    Locale(
        "vi",
        3,
        "+84 24 555",
        "Bình_Minh Cát_Trắng Đồng_Lúa Gió_Biển Hoa_Mưa Kim_Sơn Làng_Tre Mây_Hồng Nắng_Sớm Ong_Vàng Phố_Núi "
        "Rừng_Thông "
        "Sông_Xanh Trăng_Non Vườn_Ổi Ước_Vọng",
        "Trà Gốm Sách Ảnh Vải Giấy Tre Báo Mật Nhạc Gỗ Đèn",
        "An_Nhiên Bảo_Châu Diệu_Hiền Gia_Huy Hải_Đăng Khánh_Linh Mỹ_Duyên Ngọc_Ánh Phúc_Lâm Quỳnh_Như Thảo_Vy Tường_Vi",
        "Bùi Cao Đặng Đỗ Hồ Huỳnh Lương Mạc Ngô Phạm Tôn Vũ",
        family_first=True,
    ),
    Locale(
        "el",
        4,
        "+30 21 0555",
        "Αλμύρα/almyra Βράχος/vrachos Γαλήνη/galini Δάφνη/dafni Ελαιώνας/elaionas Ζέφυρος/zefyros Θάλασσα/thalassa "
        "Κύμα/kyma Λιόφωτο/liofoto Μέλισσα/melissa Νεφέλη/nefeli Ορίζων/orizon Πευκιάς/pefkias Ροδιά/rodia "
        "Σελήνη/selini "
        "Φεγγίτης/fengitis",
        "Εκδόσεις/ekdoseis Εικόνες/eikones Οπτικά/optika Υφάσματα/yfasmata Έπιπλα/epipla Κεραμική/keramiki "
        "Χαρτί/charti "
        "Τρόφιμα/trofima Νέα/nea Έρευνα/erevna Ρολόγια/rologia Μουσική/mousiki",
        "Αθηνά/athina Βασίλης/vasilis Δημήτρης/dimitris Ελένη/eleni Ζωή/zoi Ηρώ/iro Θάνος/thanos Ίρις/iris "
        "Κώστας/kostas "
        "Λουκία/loukia Μυρτώ/myrto Νίκη/niki Παύλος/pavlos Χαρά/chara",
        "Αμπελάκης/ampelakis Βουνάρη/vounari Γλάρος/glaros Δροσινός/drosinos Ελιάς/elias Καρυδάς/karydas "
        "Λυγερός/lygeros "
        "Μελισσάς/melissas Ξυλούρη/xylouri Πετρίδης/petridis Σταφυλάς/stafylas Χιονάς/chionas",
    ),
    Locale(
        "ru",
        5,
        "+7 495 555",
        "Берёзовый/beryozovy Вереск/veresk Голубица/golubitsa Дальний/dalny Ежевика/yezhevika Журавль/zhuravl "
        "Заречье/zarechye "
        "Иволга/ivolga Камыш/kamysh Листопад/listopad Метель/metel Незабудка/nezabudka Облепиха/oblepikha "
        "Подснежник/podsnezhnik "
        "Рябина/ryabina Сирень/siren Тростник/trostnik Черёмуха/cheryomukha",
        "Издат/izdat Фото/foto Оптика/optika Ткани/tkani Мебель/mebel Бумага/bumaga Вестник/vestnik Часы/chasy "
        "Керамика/keramika Приборы/pribory Наука/nauka Мёд/myod Стекло/steklo Музыка/muzyka",
        "Агния/agniya Борислав/borislav Василиса/vasilisa Глеб/gleb Евдокия/yevdokiya Захар/zakhar Ия/iya "
        "Клавдия/klavdiya "
        "Лев/lev Мирон/miron Нонна/nonna Платон/platon Серафима/serafima Фёдор/fyodor",
        "Алмазов/almazov Боровикова/borovikova Ветров/vetrov Грибоваров/gribovarov Дубравина/dubravina "
        "Ёжиков/yozhikov "
        "Зимородок/zimorodok Калинина-Лес/kalinina-les Лукошкин/lukoshkin Морошкина/moroshkina Облаков/oblakov "
        "Пчелинцев/pchelintsev Синичкина/sinichkina Щеглова/shcheglova",
    ),
    Locale(
        "ka",
        2,
        "+995 32 255",
        "ალვანი/alvani ბროწეული/brotseuli გვირილა/gvirila დილა/dila ვენახი/venakhi თუთა/tuta იადონი/iadoni "
        "კაკალი/kakali "
        "ლერწამი/lertsami მთვარე/mtvare ნაკადი/nakadi ფერდობი/perdobi",
        "გამომცემელი/gamomcemeli ფოტო/foto ქსოვილი/ksovili ავეჯი/aveji კერამიკა/keramika ღვინო/ghvino "
        "ქაღალდი/kaghaldi "
        "მინა/mina საათი/saati თაფლი/tapli",
        "ანანო/anano ბექა/beka გვანცა/gvantsa დათო/dato ელენე/elene თინათინ/tinatin ლევან/levan ნინო/nino "
        "სალომე/salome ზურაბ/zurab",
        "ალუბლიძე/alublidze ბაღაშვილი/baghashvili ვაშლიძე/vashlidze თხილაძე/tkhiladze კლდიაშვილი/kldiashvili "
        "მინდორაძე/mindoradze "
        "ნიავაძე/niavadze წყაროშვილი/tsqaroshvili",
    ),
    Locale(
        "hy",
        2,
        "+374 10 555",
        "Ալիք/alik Բարդի/bardi Գարուն/garun Դաշտ/dasht Եղնիկ/yeghnik Զով/zov Թթենի/tteni Լուսին/lusin "
        "Ծաղիկ/tsaghik Կաղնի/kaghni "
        "Նուռ/nur Սարյակ/saryak",
        "Հրատ/hrat Նկար/nkar Գործվածք/gortsvatsk Կահույք/kahuyk Խեցի/kheci Թուղթ/tught Ապակի/apaki "
        "Ժամացույց/zhamatsuyts Մեղր/meghr Լուր/lur",
        "Անահիտ/anahit Բագրատ/bagrat Գոհար/gohar Դավիթ/davit Լիլիթ/lilit Կարեն/karen Մանե/mane Նարե/nare "
        "Սուրեն/suren Տաթև/tatev",
        "Այգեպանյան/aygepanyan Բարդունի/barduni Գետաշատյան/getashatyan Ծիրանյան/tsiranyan Կամրջյան/kamrjyan "
        "Նռնենյան/nrnenyan "
        "Սարահարթյան/saraharthyan Քարափյան/karapyan",
    ),
    Locale(
        "he",
        3,
        "+972 3 555",
        "אלומה/aluma ברוש/brosh גפן/gefen דקל/dekel הדס/hadas זית/zayit חרוב/haruv טללים/tlalim יסעור/yasur "
        "כרמלית/karmelit "
        "לבנה/levana מעיין/maayan נרקיס/narkis צבעוני/tzivoni",
        "הוצאה/hotzaa תמונות/tmunot אופטיקה/optika אריגים/arigim רהיטים/rehitim קרמיקה/keramika נייר/niyar "
        "שעונים/sheonim זכוכית/zchuchit מחקר/mechkar",
        "אביטל/avital בועז/boaz דקלה/dikla הדר/hadar זהר/zohar טליה/talya יערה/yaara מיכל/michal נועם/noam שירה/shira",
        "אגמון/agmon ברקאי/barkai גלבוע-ים/gilboa-yam דרומי/dromi חרמוני/hermoni כרמון/karmon נחלי/nachali "
        "סלעית/salit צוקרן/tzukran רביבים/revivim",
    ),
    Locale(
        "ar",
        4,
        "+971 4 555",
        "نسيم/nasim واحة/waha ياسمين/yasmin بيلسان/baylasan زيتونة/zaytuna غدير/ghadir رمال/rimal فجر/fajr "
        "سنابل/sanabil "
        "مرجان/marjan نخلة/nakhla هديل/hadil قنديل/qindil سحاب/sahab",
        "للنشر/publishing للصور/images للأقمشة/fabrics للأثاث/furniture للخزف/ceramics للورق/paper "
        "للبصريات/optics للعسل/honey "
        "للزجاج/glass للأبحاث/research للساعات/watches للطباعة/printing",
        "أسماء/asma بدر/badr تماضر/tumadir جواد/jawad دلال/dalal رائد/raed زهراء/zahra سلمى/salma عمار/ammar "
        "لبنى/lubna نوف/nouf هيثم/haytham",
        "البستاني/bustani التلاوي/tallawi الجوهري/jawhari الحدائق/hadaiq الراعي/raai الزهراني/zahrani السراج/sarraj "
        "الصفدي/safadi العطار/attar الغواص/ghawwas النحاس/nahhas الوراق/warraq",
    ),
    Locale(
        "hi",
        4,
        "+91 22 5550",
        "अमलतास/amaltas उषा/usha कचनार/kachnar गुलमोहर/gulmohar चंदन/chandan झरना/jharna तारा/tara "
        "दीपशिखा/deepshikha "
        "नीलकंठ/neelkanth पलाश/palash बादल/badal मयूर/mayur सरिता/sarita हिमानी/himani",
        "प्रकाशन/prakashan चित्र/chitra वस्त्र/vastra काग़ज़/kagaz चश्मे/chashme फ़र्नीचर/furniture "
        "मिट्टी/mitti समाचार/samachar घड़ी/ghadi "
        "शोध/shodh शहद/shahad संगीत/sangeet",
        "अनन्या/ananya भरत/bharat चित्रा/chitra देवेश/devesh गौरी/gauri हर्ष/harsh ईशा/isha कबीर/kabir "
        "मीरा/meera निखिल/nikhil रोहिणी/rohini विवेक/vivek",
        "अग्निहोत्री/agnihotri बागड़ी/bagdi चौरसिया/chaurasia देशमाने/deshmane गोस्वामी/goswami "
        "जोशीपुर/joshipur कुलकर्णे/kulkarne "
        "माथुरवाल/mathurwal पांड्ये/pandye सहस्रबुद्धे/sahasrabuddhe",
    ),
    Locale(
        "th",
        3,
        "+66 2 555",
        "ดอกแก้ว/dokkaew ธารใส/tharnsai นกเขา/nokkhao บัวหลวง/bualuang ฟ้าคราม/fahkram ภูผา/phupha "
        "ลมหนาว/lomnao ศาลา/sala "
        "สายหมอก/saimok หิ่งห้อย/hinghoi อรุณ/arun เมฆขาว/mekkhao",
        "การพิมพ์/printing ภาพถ่าย/photo ผ้าไหม/silk เฟอร์นิเจอร์/furniture เซรามิก/ceramic กระดาษ/paper "
        "แว่นตา/optics นาฬิกา/clocks น้ำผึ้ง/honey วิจัย/research",
        "กมลา/kamala จันทร์เพ็ญ/chanphen ชลธี/chonlathi ดารณี/darani ธนา/thana ปัทมา/pattama พิมพ์/phim "
        "รัตนา/rattana วิชัย/wichai สุดา/suda",
        "กาญจนวงศ์/kanchanawong จิตรสกุล/chitsakun ทองประภา/thongprapha ธาราวัฒน์/tharawat บุญรักษา/bunraksa "
        "พฤกษา/phrueksa "
        "รุ่งเรืองศรี/rungrueangsi ศรีสวัสดิ์ทอง/srisawatthong",
    ),
    Locale(
        "ja",
        5,
        "+81 3 5550",
        "青葉/aoba 霧島原/kirishimahara 桜坂/sakurazaka 月見/tsukimi 白鷺/shirasagi 藤棚/fujidana 若草/wakakusa 深山/miyama "
        "渚/nagisa 紅葉谷/momijidani みどり/midori あかね/akane ひばり/hibari すずらん/suzuran",
        "出版/shuppan 写真/shashin 光学/kogaku 織物/orimono 家具/kagu 製陶/seito 製紙/seishi 時計/tokei 硝子/garasu 研究所/kenkyujo "
        "新報/shimpo 楽器/gakki",
        "彩乃/ayano 大地/daichi 恵美里/emiri 颯/hayate 一花/ichika 純平/jumpei 楓/kaede 美凪/minagi 直哉/naoya 凛/rin "
        "さくら/sakura 優斗/yuto",
        "青柳川/aoyagawa 千鳥/chidori 笛吹/fuefuki 早瀬/hayase 石清水/iwashimizu 神楽坂/kagurazaka 水無瀬/minase 七瀬/nanase "
        "小鳥遊/takanashi 東雲/shinonome 月島/tsukishima 若宮/wakamiya",
        family_first=True,
        joined=True,
    ),
    Locale(
        "zh",
        5,
        "+86 21 5550",
        "碧波/bibo 晨曦/chenxi 丹枫/danfeng 飞鹭/feilu 谷雨/guyu 荷塘/hetang 锦云/jinyun 兰亭渡/lantingdu 明川/mingchuan "
        "暖阳/nuanyang 青禾/qinghe 松涛/songtao 望舒/wangshu 霞影/xiaying",
        "出版/chuban 图像/tuxiang 光学/guangxue 纺织/fangzhi 家居/jiaju 陶瓷/taoci 纸业/zhiye 钟表/zhongbiao 玻璃/boli 研究院/yanjiuyuan "
        "周刊/zhoukan 茶业/chaye",
        "安琪/anqi 博文/bowen 楚涵/chuhan 冬梅/dongmei 芳菲/fangfei 皓轩/haoxuan 佳音/jiayin 立夏/lixia 沐晨/muchen 诗雨/shiyu "
        "思远/siyuan 紫萱/zixuan",
        "艾/ai 柏/bai 岑/cen 段/duan 樊/fan 顾/gu 霍/huo 蓝/lan 穆/mu 裴/pei 沈/shen 尹/yin",
        family_first=True,
        joined=True,
    ),
    Locale(
        "ko",
        4,
        "+82 2 5550",
        "가람/garam 나래/narae 다솜/dasom 라온/raon 마루/maru 바람꽃/baramkkot 새벽/saebyeok 아라/ara 윤슬/yunseul 초롱/chorong "
        "푸른솔/pureunsol 한빛나/hanbitna",
        "출판/chulpan 사진/sajin 광학/gwanghak 섬유/seomyu 가구/gagu 도예/doye 제지/jeji 시계/sigye 유리/yuri 연구소/yeonguso "
        "신문/sinmun 악기/akgi",
        "가온/gaon 나은/naeun 도윤/doyun 로운/roun 미르/mireu 보람/boram 서진/seojin 아인/ain 예솔/yesol 지후/jihu 하람/haram 혜원/hyewon",
        "강/kang 고/ko 남궁/namgung 노/no 문/moon 백/baek 서/seo 안/ahn 유/yu 조/cho 차/cha 황보/hwangbo",
        family_first=True,
        joined=True,
    ),
    Locale(
        "mi",
        2,
        "+64 4 555",
        "Awarua Hīnau Kererū Kōwhai Mānuka Moana_Roa Ngahere Pōhutu Rātā Tūī_Vale Waiata Whetū",
        "Wool Orchards Honey Press Pictures Boats Timber Ceramics Radio Research",
        "Anahera Hēmi Kahurangi Mārama Ngaio Pāora Rangi Tāne Wikitōria Wiremu",
        "Hōhepa Kārena Māhuta Ngāta-Reo Pōmare-Wai Rāwiri Tāwhai Te_Awa Te_Moana Whāngai",
    ),
    Locale(
        "yo",
        3,
        "+234 1 555",
        "Àkàrà Bàbálọlá Ẹyẹlé Fẹ́mi Ìràwọ̀ Jọláoṣù Kọ́lá Ọ̀sán Òjò Ṣùgbọ́n Tìtílayọ̀ Ewédú",
        "Press Pictures Textiles Foods Radio Studios Markets Ceramics Research Music",
        "Adébáyọ̀ Bọ́lá Dúró Ẹniọlá Fọlákẹ́ Ìfẹ́ Kẹ́hìndé Ọláyínká Ṣadé Táíwò",
        "Adéwọlé Bámidélé Èjídé Fálọ̀dún Ìbídàpọ̀ Kúyẹ̀ Ọdẹ́níyì Ògúnṣọlá Ṣówándé Yéwándé",
    ),
)
