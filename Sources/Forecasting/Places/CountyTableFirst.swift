extension CountyTable {
  /// Alabama to Mississippi: one state a line with its postal and FIPS code; then each county's FIPS code, residents, name.
  ///
  /// Residents: estimates base of 1 April 2020, U.S. Census Bureau, Population Division, Vintage 2021 (table
  /// co-est2021-alldata); a work of the United States government, no copyright (17 U.S.C. 105). "County" is left off.
  static let countiesFromAlabamaToMississippi = """
    AL01:001 58805 Autauga;003 231767 Baldwin;005 25223 Barbour;007 22293 Bibb;009 59134 Blount;011 10357 Bullock;\
    013 19051 Butler;015 116441 Calhoun;017 34772 Chambers;019 24971 Cherokee;021 45014 Chilton;023 12665 Choctaw;\
    025 23087 Clarke;027 14236 Clay;029 15056 Cleburne;031 53465 Coffee;033 57227 Colbert;035 11597 Conecuh;\
    037 10387 Coosa;039 37570 Covington;041 13194 Crenshaw;043 87866 Cullman;045 49326 Dale;047 38462 Dallas;\
    049 71608 DeKalb;051 87977 Elmore;053 36757 Escambia;055 103436 Etowah;057 16321 Fayette;059 32113 Franklin;\
    061 26659 Geneva;063 7730 Greene;065 14785 Hale;067 17146 Henry;069 107202 Houston;071 52579 Jackson;\
    073 674721 Jefferson;075 13972 Lamar;077 93564 Lauderdale;079 33073 Lawrence;081 174241 Lee;083 103570 Limestone;\
    085 10311 Lowndes;087 19532 Macon;089 388153 Madison;091 19323 Marengo;093 29341 Marion;095 97612 Marshall;\
    097 414809 Mobile;099 19772 Monroe;101 228954 Montgomery;103 123421 Morgan;105 8511 Perry;107 19123 Pickens;\
    109 33009 Pike;111 21967 Randolph;113 59183 Russell;115 91103 St. Clair;117 223024 Shelby;119 12345 Sumter;\
    121 82149 Talladega;123 41311 Tallapoosa;125 227036 Tuscaloosa;127 65342 Walker;129 15388 Washington;\
    131 10600 Wilcox;133 23540 Winston
    AK02:013 3420 Aleutians East Borough;016 5232 Aleutians West Census Area;020 291247 Anchorage Municipality;\
    050 18666 Bethel Census Area;060 844 Bristol Bay Borough;063 7102 Chugach Census Area;\
    066 2617 Copper River Census Area;068 1619 Denali Borough;070 4857 Dillingham Census Area;\
    090 95655 Fairbanks North Star Borough;100 2080 Haines Borough;105 2365 Hoonah-Angoon Census Area;\
    110 32255 Juneau City and Borough;122 58799 Kenai Peninsula Borough;130 13948 Ketchikan Gateway Borough;\
    150 13101 Kodiak Island Borough;158 8368 Kusilvak Census Area;164 1476 Lake and Peninsula Borough;\
    170 107081 Matanuska-Susitna Borough;180 10046 Nome Census Area;185 11031 North Slope Borough;\
    188 7793 Northwest Arctic Borough;195 3398 Petersburg Borough;198 5753 Prince of Wales-Hyder Census Area;\
    220 8458 Sitka City and Borough;230 1240 Skagway Municipality;240 6808 Southeast Fairbanks Census Area;\
    275 2127 Wrangell City and Borough;282 662 Yakutat City and Borough;290 5343 Yukon-Koyukuk Census Area
    AZ04:001 66021 Apache;003 125447 Cochise;005 145101 Coconino;007 53272 Gila;009 38533 Graham;011 9563 Greenlee;\
    012 16557 La Paz;013 4420568 Maricopa;015 213267 Mohave;017 106717 Navajo;019 1043433 Pima;021 425264 Pinal;\
    023 47669 Santa Cruz;025 236209 Yavapai;027 203881 Yuma
    AR05:001 17149 Arkansas;003 19062 Ashley;005 41627 Baxter;007 284333 Benton;009 37373 Boone;011 10545 Bradley;\
    013 4739 Calhoun;015 28260 Carroll;017 10208 Chicot;019 21446 Clark;021 14552 Clay;023 24711 Cleburne;\
    025 7550 Cleveland;027 22801 Columbia;029 20715 Conway;031 111231 Craighead;033 60133 Crawford;\
    035 48163 Crittenden;037 16833 Cross;039 6482 Dallas;041 11395 Desha;043 17350 Drew;045 123498 Faulkner;\
    047 17097 Franklin;049 12075 Fulton;051 100180 Garland;053 17958 Grant;055 45736 Greene;057 20065 Hempstead;\
    059 33040 Hot Spring;061 12785 Howard;063 37938 Independence;065 13577 Izard;067 16755 Jackson;069 67260 Jefferson;\
    071 25749 Johnson;073 6308 Lafayette;075 16216 Lawrence;077 8600 Lee;079 12941 Lincoln;081 12026 Little River;\
    083 21131 Logan;085 74015 Lonoke;087 16521 Madison;089 16826 Marion;091 42600 Miller;093 40685 Mississippi;\
    095 6799 Monroe;097 8484 Montgomery;099 8310 Nevada;101 7225 Newton;103 22650 Ouachita;105 10019 Perry;\
    107 16568 Phillips;109 10171 Pike;111 22965 Poinsett;113 19221 Polk;115 63381 Pope;117 8282 Prairie;\
    119 399125 Pulaski;121 18571 Randolph;123 23090 St. Francis;125 123416 Saline;127 9836 Scott;129 7828 Searcy;\
    131 127799 Sebastian;133 15839 Sevier;135 17271 Sharp;137 12359 Stone;139 39054 Union;141 15796 Van Buren;\
    143 245871 Washington;145 76822 White;147 6269 Woodruff;149 20263 Yell
    CA06:001 1682353 Alameda;003 1204 Alpine;005 40474 Amador;007 211632 Butte;009 45292 Calaveras;011 21839 Colusa;\
    013 1165927 Contra Costa;015 27743 Del Norte;017 191185 El Dorado;019 1008654 Fresno;021 28917 Glenn;\
    023 136463 Humboldt;025 179702 Imperial;027 19016 Inyo;029 909235 Kern;031 152486 Kings;033 68163 Lake;\
    035 32730 Lassen;037 10014009 Los Angeles;039 156255 Madera;041 262321 Marin;043 17131 Mariposa;\
    045 91601 Mendocino;047 281202 Merced;049 8700 Modoc;051 13195 Mono;053 439035 Monterey;055 138019 Napa;\
    057 102241 Nevada;059 3186989 Orange;061 404739 Placer;063 19790 Plumas;065 2418185 Riverside;\
    067 1585055 Sacramento;069 64209 San Benito;071 2181654 San Bernardino;073 3298634 San Diego;\
    075 873965 San Francisco;077 779233 San Joaquin;079 282424 San Luis Obispo;081 764442 San Mateo;\
    083 448229 Santa Barbara;085 1936259 Santa Clara;087 270861 Santa Cruz;089 182155 Shasta;091 3236 Sierra;\
    093 44076 Siskiyou;095 453491 Solano;097 488863 Sonoma;099 552878 Stanislaus;101 99633 Sutter;103 65829 Tehama;\
    105 16112 Trinity;107 473117 Tulare;109 55620 Tuolumne;111 843843 Ventura;113 216403 Yolo;115 81575 Yuba
    CO08:001 519572 Adams;003 16376 Alamosa;005 655070 Arapahoe;007 13359 Archuleta;009 3506 Baca;011 5650 Bent;\
    013 330758 Boulder;014 74112 Broomfield;015 19476 Chaffee;017 1748 Cheyenne;019 9397 Clear Creek;021 7461 Conejos;\
    023 3499 Costilla;025 5922 Crowley;027 4704 Custer;029 31196 Delta;031 715522 Denver;033 2326 Dolores;\
    035 357978 Douglas;037 55731 Eagle;039 26062 Elbert;041 730395 El Paso;043 48939 Fremont;045 61685 Garfield;\
    047 5808 Gilpin;049 15717 Grand;051 16918 Gunnison;053 788 Hinsdale;055 6820 Huerfano;057 1379 Jackson;\
    059 582910 Jefferson;061 1446 Kiowa;063 7087 Kit Carson;065 7436 Lake;067 55638 La Plata;069 359066 Larimer;\
    071 14555 Las Animas;073 5675 Lincoln;075 21528 Logan;077 155703 Mesa;079 865 Mineral;081 13292 Moffat;\
    083 25849 Montezuma;085 42679 Montrose;087 29111 Morgan;089 18690 Otero;091 4874 Ouray;093 17390 Park;\
    095 4530 Phillips;097 17358 Pitkin;099 11999 Prowers;101 168162 Pueblo;103 6529 Rio Blanco;105 11539 Rio Grande;\
    107 24829 Routt;109 6368 Saguache;111 705 San Juan;113 8072 San Miguel;115 2404 Sedgwick;117 31055 Summit;\
    119 24710 Teller;121 4817 Washington;123 328981 Weld;125 9988 Yuma
    CT09:001 957419 Fairfield;003 899498 Hartford;005 185186 Litchfield;007 164245 Middlesex;009 864835 New Haven;\
    011 268555 New London;013 149788 Tolland;015 116418 Windham
    DE10:001 181851 Kent;003 570719 New Castle;005 237378 Sussex
    DC11:001 689545 District of Columbia
    FL12:001 278468 Alachua;003 28259 Baker;005 175216 Bay;007 28303 Bradford;009 606612 Brevard;011 1944375 Broward;\
    013 13648 Calhoun;015 186847 Charlotte;017 153843 Citrus;019 218245 Clay;021 375752 Collier;023 69698 Columbia;\
    027 33976 DeSoto;029 16759 Dixie;031 995567 Duval;033 321905 Escambia;035 115378 Flagler;037 12451 Franklin;\
    039 43826 Gadsden;041 17864 Gilchrist;043 12126 Glades;045 14192 Gulf;047 14004 Hamilton;049 25327 Hardee;\
    051 39619 Hendry;053 194515 Hernando;055 101235 Highlands;057 1459762 Hillsborough;059 19653 Holmes;\
    061 159788 Indian River;063 47319 Jackson;065 14510 Jefferson;067 8226 Lafayette;069 383956 Lake;071 760822 Lee;\
    073 292198 Leon;075 42915 Levy;077 7974 Liberty;079 17968 Madison;081 399710 Manatee;083 375908 Marion;\
    085 158431 Martin;086 2701767 Miami-Dade;087 82874 Monroe;089 90352 Nassau;091 211668 Okaloosa;\
    093 39644 Okeechobee;095 1429908 Orange;097 388656 Osceola;099 1492191 Palm Beach;101 561891 Pasco;\
    103 959107 Pinellas;105 725046 Polk;107 73321 Putnam;109 273425 St. Johns;111 329226 St. Lucie;\
    113 188000 Santa Rosa;115 434006 Sarasota;117 470856 Seminole;119 129752 Sumter;121 43474 Suwannee;\
    123 21796 Taylor;125 16147 Union;127 553543 Volusia;129 33764 Wakulla;131 75305 Walton;133 25318 Washington
    GA13:001 18444 Appling;003 8286 Atkinson;005 11140 Bacon;007 2876 Baker;009 43799 Baldwin;011 18035 Banks;\
    013 83505 Barrow;015 108901 Bartow;017 17194 Ben Hill;019 18160 Berrien;021 157346 Bibb;023 12583 Bleckley;\
    025 18021 Brantley;027 16301 Brooks;029 44738 Bryan;031 81099 Bulloch;033 24596 Burke;035 25434 Butts;\
    037 5573 Calhoun;039 54768 Camden;043 10981 Candler;045 119148 Carroll;047 67872 Catoosa;049 12518 Charlton;\
    051 295291 Chatham;053 9565 Chattahoochee;055 24965 Chattooga;057 266620 Cherokee;059 128671 Clarke;061 2848 Clay;\
    063 297595 Clayton;065 6749 Clinch;067 766149 Cobb;069 43092 Coffee;071 45898 Colquitt;073 156010 Columbia;\
    075 17229 Cook;077 146158 Coweta;079 12130 Crawford;081 20128 Crisp;083 16251 Dade;085 26798 Dawson;\
    087 29367 Decatur;089 764382 DeKalb;091 19925 Dodge;093 11208 Dooly;095 85790 Dougherty;097 144237 Douglas;\
    099 10854 Early;101 3697 Echols;103 64769 Effingham;105 19637 Elbert;107 22768 Emanuel;109 10774 Evans;\
    111 25319 Fannin;113 119194 Fayette;115 98584 Floyd;117 251283 Forsyth;119 23424 Franklin;121 1066710 Fulton;\
    123 31353 Gilmer;125 2884 Glascock;127 84499 Glynn;129 57544 Gordon;131 26236 Grady;133 18915 Greene;\
    135 957062 Gwinnett;137 46031 Habersham;139 203136 Hall;141 8735 Hancock;143 29919 Haralson;145 34668 Harris;\
    147 25828 Hart;149 11412 Heard;151 240712 Henry;153 163633 Houston;155 9666 Irwin;157 75907 Jackson;\
    159 14588 Jasper;161 14779 Jeff Davis;163 15709 Jefferson;165 8674 Jenkins;167 9189 Johnson;169 28347 Jones;\
    171 18500 Lamar;173 9877 Lanier;175 49570 Laurens;177 33163 Lee;179 65256 Liberty;181 7690 Lincoln;183 16168 Long;\
    185 118251 Lowndes;187 33488 Lumpkin;189 21632 McDuffie;191 10975 McIntosh;193 12082 Macon;195 30120 Madison;\
    197 7498 Marion;199 20613 Meriwether;201 6000 Miller;205 21755 Mitchell;207 27957 Monroe;209 8610 Montgomery;\
    211 20097 Morgan;213 39973 Murray;215 206922 Muscogee;217 112483 Newton;219 41799 Oconee;221 14825 Oglethorpe;\
    223 168661 Paulding;225 27981 Peach;227 33216 Pickens;229 19716 Pierce;231 18889 Pike;233 42853 Polk;\
    235 9855 Pulaski;237 22047 Putnam;239 2235 Quitman;241 16883 Rabun;243 6425 Randolph;245 206607 Richmond;\
    247 93570 Rockdale;249 4547 Schley;251 14067 Screven;253 9147 Seminole;255 67306 Spalding;257 26784 Stephens;\
    259 5314 Stewart;261 29616 Sumter;263 5733 Talbot;265 1559 Taliaferro;267 22842 Tattnall;269 7816 Taylor;\
    271 12477 Telfair;273 9185 Terrell;275 45798 Thomas;277 41344 Tift;279 27030 Toombs;281 12493 Towns;\
    283 6406 Treutlen;285 69426 Troup;287 9006 Turner;289 8022 Twiggs;291 24632 Union;293 27700 Upson;295 67654 Walker;\
    297 96673 Walton;299 36251 Ware;301 5215 Warren;303 19988 Washington;305 30144 Wayne;307 2348 Webster;\
    309 7471 Wheeler;311 28003 White;313 102864 Whitfield;315 8766 Wilcox;317 9565 Wilkes;319 8877 Wilkinson;\
    321 20784 Worth
    HI15:001 200629 Hawaii;003 1016508 Honolulu;005 82 Kalawao;007 73298 Kauai;009 164754 Maui
    ID16:001 494967 Ada;003 4379 Adams;005 87018 Bannock;007 6372 Bear Lake;009 9530 Benewah;011 47992 Bingham;\
    013 24272 Blaine;015 7610 Boise;017 47110 Bonner;019 123964 Bonneville;021 12056 Boundary;023 2574 Butte;\
    025 1077 Camas;027 231105 Canyon;029 7027 Caribou;031 24655 Cassia;033 790 Clark;035 8734 Clearwater;\
    037 4275 Custer;039 28666 Elmore;041 14194 Franklin;043 13388 Fremont;045 19123 Gem;047 15598 Gooding;\
    049 16541 Idaho;051 30891 Jefferson;053 24237 Jerome;055 171362 Kootenai;057 39517 Latah;059 7974 Lemhi;\
    061 3533 Lewis;063 5127 Lincoln;065 52913 Madison;067 21613 Minidoka;069 42090 Nez Perce;071 4564 Oneida;\
    073 11913 Owyhee;075 25386 Payette;077 7878 Power;079 13169 Shoshone;081 11630 Teton;083 90046 Twin Falls;\
    085 11746 Valley;087 10500 Washington
    IL17:001 65737 Adams;003 5240 Alexander;005 16725 Bond;007 53448 Boone;009 6244 Brown;011 33244 Bureau;\
    013 4437 Calhoun;015 15702 Carroll;017 13042 Cass;019 205865 Champaign;021 34032 Christian;023 15455 Clark;\
    025 13288 Clay;027 36899 Clinton;029 46863 Coles;031 5275541 Cook;033 18679 Crawford;035 10450 Cumberland;\
    037 100420 DeKalb;039 15516 De Witt;041 19740 Douglas;043 932877 DuPage;045 16866 Edgar;047 6245 Edwards;\
    049 34668 Effingham;051 21488 Fayette;053 13534 Ford;055 37804 Franklin;057 33609 Fulton;059 4946 Gallatin;\
    061 11985 Greene;063 52533 Grundy;065 7993 Hamilton;067 17620 Hancock;069 3649 Hardin;071 6387 Henderson;\
    073 49284 Henry;075 27077 Iroquois;077 52974 Jackson;079 9287 Jasper;081 37113 Jefferson;083 21512 Jersey;\
    085 22035 Jo Daviess;087 13308 Johnson;089 516522 Kane;091 107502 Kankakee;093 131869 Kendall;095 49967 Knox;\
    097 714342 Lake;099 109658 LaSalle;101 15280 Lawrence;103 34145 Lee;105 35815 Livingston;107 27987 Logan;\
    109 27238 McDonough;111 310229 McHenry;113 170954 McLean;115 103998 Macon;117 44967 Macoupin;119 265859 Madison;\
    121 37729 Marion;123 11742 Marshall;125 13086 Mason;127 14169 Massac;129 12297 Menard;131 15699 Mercer;\
    133 34962 Monroe;135 28288 Montgomery;137 32915 Morgan;139 14526 Moultrie;141 51788 Ogle;143 181830 Peoria;\
    145 20945 Perry;147 16673 Piatt;149 14739 Pike;151 3763 Pope;153 5193 Pulaski;155 5637 Putnam;157 30163 Randolph;\
    159 15813 Richland;161 144672 Rock Island;163 257400 St. Clair;165 23768 Saline;167 196343 Sangamon;\
    169 6902 Schuyler;171 4949 Scott;173 20990 Shelby;175 5400 Stark;177 44630 Stephenson;179 131343 Tazewell;\
    181 17244 Union;183 74188 Vermilion;185 11361 Wabash;187 16835 Warren;189 13761 Washington;191 16179 Wayne;\
    193 13877 White;195 55691 Whiteside;197 696355 Will;199 67153 Williamson;201 285350 Winnebago;203 38467 Woodford
    IN18:001 35809 Adams;003 385410 Allen;005 82208 Bartholomew;007 8719 Benton;009 12112 Blackford;011 70812 Boone;\
    013 15475 Brown;015 20306 Carroll;017 37870 Cass;019 121093 Clark;021 26466 Clay;023 33190 Clinton;\
    025 10526 Crawford;027 33381 Daviess;029 50679 Dearborn;031 26472 Decatur;033 43265 DeKalb;035 111903 Delaware;\
    037 43637 Dubois;039 207047 Elkhart;041 23398 Fayette;043 80484 Floyd;045 16479 Fountain;047 22785 Franklin;\
    049 20480 Fulton;051 33011 Gibson;053 66674 Grant;055 30803 Greene;057 347467 Hamilton;059 79840 Hancock;\
    061 39654 Harrison;063 174788 Hendricks;065 48914 Henry;067 83658 Howard;069 36662 Huntington;071 46428 Jackson;\
    073 32918 Jasper;075 20478 Jay;077 33147 Jefferson;079 27613 Jennings;081 161765 Johnson;083 36282 Knox;\
    085 80240 Kosciusko;087 40446 LaGrange;089 498700 Lake;091 112417 LaPorte;093 45011 Lawrence;095 130129 Madison;\
    097 977203 Marion;099 46095 Marshall;101 9812 Martin;103 35962 Miami;105 139718 Monroe;107 37936 Montgomery;\
    109 71780 Morgan;111 13830 Newton;113 47457 Noble;115 5940 Ohio;117 19867 Orange;119 21321 Owen;121 16156 Parke;\
    123 19170 Perry;125 12250 Pike;127 173215 Porter;129 25222 Posey;131 12514 Pulaski;133 36726 Putnam;\
    135 24502 Randolph;137 28995 Ripley;139 16752 Rush;141 272912 St. Joseph;143 24384 Scott;145 45055 Shelby;\
    147 19810 Spencer;149 23371 Starke;151 34435 Steuben;153 20817 Sullivan;155 9737 Switzerland;157 186251 Tippecanoe;\
    159 15359 Tipton;161 7087 Union;163 180136 Vanderburgh;165 15439 Vermillion;167 106153 Vigo;169 30976 Wabash;\
    171 8440 Warren;173 63898 Warrick;175 28182 Washington;177 66553 Wayne;179 28180 Wells;181 24688 White;\
    183 34191 Whitley
    IA19:001 7496 Adair;003 3704 Adams;005 14061 Allamakee;007 12317 Appanoose;009 5674 Audubon;011 25575 Benton;\
    013 131144 Black Hawk;015 26715 Boone;017 24988 Bremer;019 20565 Buchanan;021 20823 Buena Vista;023 14334 Butler;\
    025 9927 Calhoun;027 20760 Carroll;029 13127 Cass;031 18505 Cedar;033 43127 Cerro Gordo;035 11658 Cherokee;\
    037 12012 Chickasaw;039 9748 Clarke;041 16384 Clay;043 17043 Clayton;045 46460 Clinton;047 16525 Crawford;\
    049 99678 Dallas;051 9110 Davis;053 7645 Decatur;055 17488 Delaware;057 38910 Des Moines;059 17703 Dickinson;\
    061 99266 Dubuque;063 9388 Emmet;065 19509 Fayette;067 15627 Floyd;069 10019 Franklin;071 6605 Fremont;\
    073 8771 Greene;075 12329 Grundy;077 10623 Guthrie;079 15039 Hamilton;081 10795 Hancock;083 16878 Hardin;\
    085 14582 Harrison;087 20482 Henry;089 9469 Howard;091 9597 Humboldt;093 7005 Ida;095 16662 Iowa;097 19485 Jackson;\
    099 37813 Jasper;101 15663 Jefferson;103 152854 Johnson;105 20646 Jones;107 10033 Keokuk;109 14828 Kossuth;\
    111 33555 Lee;113 230299 Linn;115 10837 Louisa;117 8634 Lucas;119 11934 Lyon;121 16548 Madison;123 22190 Mahaska;\
    125 33414 Marion;127 40105 Marshall;129 14484 Mills;131 10565 Mitchell;133 8751 Monona;135 7577 Monroe;\
    137 10330 Montgomery;139 43235 Muscatine;141 14182 O'Brien;143 6192 Osceola;145 15211 Page;147 8996 Palo Alto;\
    149 25698 Plymouth;151 7078 Pocahontas;153 492401 Polk;155 93667 Pottawattamie;157 18662 Poweshiek;\
    159 4663 Ringgold;161 9814 Sac;163 174669 Scott;165 11746 Shelby;167 35872 Sioux;169 98537 Story;171 17135 Tama;\
    173 5896 Taylor;175 12138 Union;177 7203 Van Buren;179 35437 Wapello;181 52403 Warren;183 22565 Washington;\
    185 6497 Wayne;187 36999 Webster;189 10679 Winnebago;191 20070 Winneshiek;193 105941 Woodbury;195 7443 Worth;\
    197 12943 Wright
    KS20:001 12526 Allen;003 7836 Anderson;005 16348 Atchison;007 4228 Barber;009 25493 Barton;011 14360 Bourbon;\
    013 9508 Brown;015 67380 Butler;017 2572 Chase;019 3379 Chautauqua;021 19362 Cherokee;023 2616 Cheyenne;\
    025 1991 Clark;027 8117 Clay;029 9032 Cloud;031 8360 Coffey;033 1689 Comanche;035 34549 Cowley;037 38972 Crawford;\
    039 2764 Decatur;041 18402 Dickinson;043 7510 Doniphan;045 118785 Douglas;047 2907 Edwards;049 2483 Elk;\
    051 28934 Ellis;053 6376 Ellsworth;055 38470 Finney;057 34287 Ford;059 25996 Franklin;061 36739 Geary;\
    063 2718 Gove;065 2415 Graham;067 7352 Grant;069 5653 Gray;071 1284 Greeley;073 6016 Greenwood;075 2518 Hamilton;\
    077 5485 Harper;079 34024 Harvey;081 3780 Haskell;083 1723 Hodgeman;085 13232 Jackson;087 18368 Jefferson;\
    089 2932 Jewell;091 609863 Johnson;093 3983 Kearny;095 7470 Kingman;097 2460 Kiowa;099 20184 Labette;101 1574 Lane;\
    103 81881 Leavenworth;105 2939 Lincoln;107 9591 Linn;109 2762 Logan;111 32179 Lyon;113 30223 McPherson;\
    115 11823 Marion;117 10038 Marshall;119 4055 Meade;121 34191 Miami;123 5796 Mitchell;125 31486 Montgomery;\
    127 5386 Morris;129 2701 Morton;131 10273 Nemaha;133 15904 Neosho;135 2687 Ness;137 5459 Norton;139 15766 Osage;\
    141 3500 Osborne;143 5735 Ottawa;145 6253 Pawnee;147 4981 Phillips;149 25348 Pottawatomie;151 9157 Pratt;\
    153 2561 Rawlins;155 61898 Reno;157 4674 Republic;159 9427 Rice;161 71959 Riley;163 4919 Rooks;165 2956 Rush;\
    167 6691 Russell;169 54303 Saline;171 5151 Scott;173 523824 Sedgwick;175 21964 Seward;177 178909 Shawnee;\
    179 2447 Sheridan;181 5927 Sherman;183 3570 Smith;185 4072 Stafford;187 2084 Stanton;189 5250 Stevens;\
    191 22382 Sumner;193 7930 Thomas;195 2808 Trego;197 6877 Wabaunsee;199 1512 Wallace;201 5530 Washington;\
    203 2152 Wichita;205 8624 Wilson;207 3115 Woodson;209 169245 Wyandotte
    KY21:001 18903 Adair;003 20588 Allen;005 23852 Anderson;007 7728 Ballard;009 44485 Barren;011 12750 Bath;\
    013 24097 Bell;015 135968 Boone;017 20252 Bourbon;019 48261 Boyd;021 30614 Boyle;023 8400 Bracken;\
    025 13718 Breathitt;027 20432 Breckinridge;029 82217 Bullitt;031 12371 Butler;033 12649 Caldwell;\
    035 37103 Calloway;037 93076 Campbell;039 4826 Carlisle;041 10810 Carroll;043 26627 Carter;045 15941 Casey;\
    047 72748 Christian;049 36972 Clark;051 20345 Clay;053 9253 Clinton;055 8990 Crittenden;057 5888 Cumberland;\
    059 103312 Daviess;061 12126 Edmonson;063 7354 Elliott;065 14163 Estill;067 322570 Fayette;069 15082 Fleming;\
    071 35942 Floyd;073 51541 Franklin;075 6515 Fulton;077 8690 Gallatin;079 16953 Garrard;081 24941 Grant;\
    083 36649 Graves;085 26420 Grayson;087 11107 Green;089 35962 Greenup;091 9095 Hancock;093 110702 Hardin;\
    095 26831 Harlan;097 18692 Harrison;099 19288 Hart;101 44793 Henderson;103 15678 Henry;105 4521 Hickman;\
    107 45423 Hopkins;109 12955 Jackson;111 782969 Jefferson;113 52991 Jessamine;115 22680 Johnson;117 169064 Kenton;\
    119 14251 Knott;121 30193 Knox;123 14867 Larue;125 62613 Laurel;127 16293 Lawrence;129 7395 Lee;131 10513 Leslie;\
    133 21548 Letcher;135 13080 Lewis;137 24275 Lincoln;139 8888 Livingston;141 27432 Logan;143 8680 Lyon;\
    145 67875 McCracken;147 16888 McCreary;149 9152 McLean;151 92701 Madison;153 11637 Magoffin;155 19581 Marion;\
    157 31659 Marshall;159 11287 Martin;161 17120 Mason;163 30003 Meade;165 6113 Menifee;167 22641 Mercer;\
    169 10286 Metcalfe;171 11338 Monroe;173 28114 Montgomery;175 13726 Morgan;177 30928 Muhlenberg;179 46738 Nelson;\
    181 7537 Nicholas;183 23772 Ohio;185 67607 Oldham;187 11278 Owen;189 4051 Owsley;191 14644 Pendleton;\
    193 28473 Perry;195 58669 Pike;197 13129 Powell;199 65034 Pulaski;201 2193 Robertson;203 16037 Rockcastle;\
    205 24662 Rowan;207 17991 Russell;209 57155 Scott;211 48065 Shelby;213 19594 Simpson;215 19490 Spencer;\
    217 26023 Taylor;219 12243 Todd;221 14061 Trigg;223 8474 Trimble;225 13668 Union;227 134554 Warren;\
    229 12027 Washington;231 19555 Wayne;233 13017 Webster;235 36712 Whitley;237 6562 Wolfe;239 26871 Woodford
    LA22:001 57576 Acadia Parish;003 22750 Allen Parish;005 126500 Ascension Parish;007 21039 Assumption Parish;\
    009 39693 Avoyelles Parish;011 36549 Beauregard Parish;013 12981 Bienville Parish;015 128746 Bossier Parish;\
    017 237848 Caddo Parish;019 216785 Calcasieu Parish;021 9645 Caldwell Parish;023 5617 Cameron Parish;\
    025 8906 Catahoula Parish;027 14170 Claiborne Parish;029 18687 Concordia Parish;031 26812 De Soto Parish;\
    033 456781 East Baton Rouge Parish;035 7459 East Carroll Parish;037 19539 East Feliciana Parish;\
    039 32350 Evangeline Parish;041 19774 Franklin Parish;043 22169 Grant Parish;045 69929 Iberia Parish;\
    047 30241 Iberville Parish;049 15031 Jackson Parish;051 440781 Jefferson Parish;053 32250 Jefferson Davis Parish;\
    055 241753 Lafayette Parish;057 97557 Lafourche Parish;059 14791 LaSalle Parish;061 48396 Lincoln Parish;\
    063 142282 Livingston Parish;065 10017 Madison Parish;067 25629 Morehouse Parish;069 37515 Natchitoches Parish;\
    071 383997 Orleans Parish;073 160368 Ouachita Parish;075 23515 Plaquemines Parish;077 20758 Pointe Coupee Parish;\
    079 130023 Rapides Parish;081 7620 Red River Parish;083 20043 Richland Parish;085 22155 Sabine Parish;\
    087 43764 St. Bernard Parish;089 52549 St. Charles Parish;091 10920 St. Helena Parish;093 20192 St. James Parish;\
    095 42477 St. John the Baptist Parish;097 82540 St. Landry Parish;099 51767 St. Martin Parish;\
    101 49406 St. Mary Parish;103 264570 St. Tammany Parish;105 133157 Tangipahoa Parish;107 4147 Tensas Parish;\
    109 109580 Terrebonne Parish;111 21107 Union Parish;113 57359 Vermilion Parish;115 48750 Vernon Parish;\
    117 45463 Washington Parish;119 36967 Webster Parish;121 27199 West Baton Rouge Parish;\
    123 9751 West Carroll Parish;125 15310 West Feliciana Parish;127 13755 Winn Parish
    ME23:001 111139 Androscoggin;003 67105 Aroostook;005 303069 Cumberland;007 29456 Franklin;009 55478 Hancock;\
    011 123642 Kennebec;013 40607 Knox;015 35237 Lincoln;017 57777 Oxford;019 152199 Penobscot;021 16800 Piscataquis;\
    023 36699 Sagadahoc;025 50477 Somerset;027 39607 Waldo;029 31095 Washington;031 211972 York
    MD24:001 68106 Allegany;003 588261 Anne Arundel;005 854535 Baltimore;009 92783 Calvert;011 33293 Caroline;\
    013 172891 Carroll;015 103725 Cecil;017 166617 Charles;019 32531 Dorchester;021 271717 Frederick;023 28806 Garrett;\
    025 260924 Harford;027 332317 Howard;029 19198 Kent;031 1062061 Montgomery;033 967201 Prince George's;\
    035 49874 Queen Anne's;037 113777 St. Mary's;039 24620 Somerset;041 37526 Talbot;043 154705 Washington;\
    045 103588 Wicomico;047 52460 Worcester;510 585708 Baltimore city
    MA25:001 228996 Barnstable;003 129026 Berkshire;005 579200 Bristol;007 20600 Dukes;009 809829 Essex;\
    011 71029 Franklin;013 465825 Hampden;015 162308 Hampshire;017 1632002 Middlesex;019 14255 Nantucket;\
    021 725981 Norfolk;023 530819 Plymouth;025 797936 Suffolk;027 862111 Worcester
    MI26:001 10167 Alcona;003 8842 Alger;005 120502 Allegan;007 28907 Alpena;009 23431 Antrim;011 15002 Arenac;\
    013 8158 Baraga;015 62423 Barry;017 103856 Bay;019 17970 Benzie;021 154316 Berrien;023 44862 Branch;\
    025 134310 Calhoun;027 51589 Cass;029 26054 Charlevoix;031 25579 Cheboygan;033 36785 Chippewa;035 30856 Clare;\
    037 79128 Clinton;039 12988 Crawford;041 36903 Delta;043 25947 Dickinson;045 109175 Eaton;047 34112 Emmet;\
    049 406211 Genesee;051 25386 Gladwin;053 14380 Gogebic;055 95238 Grand Traverse;057 41761 Gratiot;\
    059 45746 Hillsdale;061 37361 Houghton;063 31407 Huron;065 284900 Ingham;067 66804 Ionia;069 25237 Iosco;\
    071 11631 Iron;073 64394 Isabella;075 160366 Jackson;077 261670 Kalamazoo;079 17939 Kalkaska;081 657974 Kent;\
    083 2046 Keweenaw;085 12096 Lake;087 88619 Lapeer;089 22301 Leelanau;091 99423 Lenawee;093 193866 Livingston;\
    095 5339 Luce;097 10834 Mackinac;099 881217 Macomb;101 25032 Manistee;103 66017 Marquette;105 29052 Mason;\
    107 39714 Mecosta;109 23502 Menominee;111 83494 Midland;113 15052 Missaukee;115 154809 Monroe;117 66614 Montcalm;\
    119 9153 Montmorency;121 175824 Muskegon;123 49978 Newaygo;125 1274395 Oakland;127 26659 Oceana;129 20770 Ogemaw;\
    131 5816 Ontonagon;133 22891 Osceola;135 8219 Oscoda;137 25091 Otsego;139 296200 Ottawa;141 12982 Presque Isle;\
    143 23459 Roscommon;145 190124 Saginaw;147 160383 St. Clair;149 60939 St. Joseph;151 40611 Sanilac;\
    153 8047 Schoolcraft;155 68094 Shiawassee;157 53323 Tuscola;159 75587 Van Buren;161 372258 Washtenaw;\
    163 1793561 Wayne;165 33673 Wexford
    MN27:001 15697 Aitkin;003 363887 Anoka;005 35183 Becker;007 46228 Beltrami;009 41379 Benton;011 5166 Big Stone;\
    013 69112 Blue Earth;015 25912 Brown;017 36207 Carlton;019 106922 Carver;021 30066 Cass;023 12598 Chippewa;\
    025 56621 Chisago;027 65318 Clay;029 8524 Clearwater;031 5600 Cook;033 11517 Cottonwood;035 66123 Crow Wing;\
    037 439882 Dakota;039 20867 Dodge;041 39006 Douglas;043 13921 Faribault;045 21228 Fillmore;047 30895 Freeborn;\
    049 47582 Goodhue;051 6074 Grant;053 1281565 Hennepin;055 18843 Houston;057 21344 Hubbard;059 41135 Isanti;\
    061 45014 Itasca;063 9989 Jackson;065 16032 Kanabec;067 43732 Kandiyohi;069 4207 Kittson;071 12062 Koochiching;\
    073 6719 Lac qui Parle;075 10905 Lake;077 3763 Lake of the Woods;079 28674 Le Sueur;081 5640 Lincoln;\
    083 25269 Lyon;085 36771 McLeod;087 5411 Mahnomen;089 9040 Marshall;091 20025 Martin;093 23400 Meeker;\
    095 26459 Mille Lacs;097 34010 Morrison;099 40029 Mower;101 8179 Murray;103 34454 Nicollet;105 22290 Nobles;\
    107 6441 Norman;109 162847 Olmsted;111 60081 Otter Tail;113 13992 Pennington;115 28876 Pine;117 9424 Pipestone;\
    119 31192 Polk;121 11308 Pope;123 552352 Ramsey;125 3935 Red Lake;127 15425 Redwood;129 14723 Renville;\
    131 67097 Rice;133 9704 Rock;135 15331 Roseau;137 200231 St. Louis;139 150928 Scott;141 97183 Sherburne;\
    143 14836 Sibley;145 158292 Stearns;147 37406 Steele;149 9671 Stevens;151 9838 Swift;153 25262 Todd;\
    155 3360 Traverse;157 21387 Wabasha;159 14065 Wadena;161 18968 Waseca;163 267568 Washington;165 11253 Watonwan;\
    167 6506 Wilkin;169 49671 Winona;171 141337 Wright;173 9528 Yellow Medicine
    MS28:001 29538 Adams;003 34740 Alcorn;005 12720 Amite;007 17889 Attala;009 7646 Benton;011 30985 Bolivar;\
    013 13266 Calhoun;015 9998 Carroll;017 17106 Chickasaw;019 8246 Choctaw;021 9135 Claiborne;023 15615 Clarke;\
    025 18636 Clay;027 21390 Coahoma;029 28368 Copiah;031 18340 Covington;033 185314 DeSoto;035 78158 Forrest;\
    037 7675 Franklin;039 24350 George;041 13530 Greene;043 21629 Grenada;045 46053 Hancock;047 208621 Harrison;\
    049 227742 Hinds;051 17000 Holmes;053 7785 Humphreys;055 1338 Issaquena;057 23863 Itawamba;059 143252 Jackson;\
    061 16367 Jasper;063 7260 Jefferson;065 11321 Jefferson Davis;067 67246 Jones;069 8988 Kemper;071 55813 Lafayette;\
    073 64222 Lamar;075 72984 Lauderdale;077 12016 Lawrence;079 21275 Leake;081 83343 Lee;083 28339 Leflore;\
    085 34907 Lincoln;087 58879 Lowndes;089 109145 Madison;091 24441 Marion;093 33752 Marshall;095 34180 Monroe;\
    097 9822 Montgomery;099 29087 Neshoba;101 21291 Newton;103 10285 Noxubee;105 51788 Oktibbeha;107 33208 Panola;\
    109 56145 Pearl River;111 11511 Perry;113 40324 Pike;115 31184 Pontotoc;117 25008 Prentiss;119 6176 Quitman;\
    121 157031 Rankin;123 27990 Scott;125 3800 Sharkey;127 25949 Simpson;129 14209 Smith;131 18333 Stone;\
    133 25971 Sunflower;135 12715 Tallahatchie;137 28064 Tate;139 21815 Tippah;141 18850 Tishomingo;143 9782 Tunica;\
    145 27777 Union;147 13884 Walthall;149 44722 Warren;151 44922 Washington;153 19779 Wayne;155 9926 Webster;\
    157 8587 Wilkinson;159 17714 Winston;161 12481 Yalobusha;163 26743 Yazoo
    """
}
