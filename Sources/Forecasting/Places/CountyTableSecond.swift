extension CountyTable {
  /// Missouri to Wyoming: one state a line with its postal and FIPS code; then each county's FIPS code, residents, name.
  ///
  /// Residents: estimates base of 1 April 2020, U.S. Census Bureau, Population Division, Vintage 2021 (table
  /// co-est2021-alldata); a work of the United States government, no copyright (17 U.S.C. 105). "County" is left off.
  static let countiesFromMissouriToWyoming = """
    MO29:001 25314 Adair;003 18135 Andrew;005 5305 Atchison;007 24962 Audrain;009 34534 Barry;011 11637 Barton;\
    013 16042 Bates;015 19394 Benton;017 10567 Bollinger;019 183610 Boone;021 84793 Buchanan;023 42130 Butler;\
    025 8815 Caldwell;027 44283 Callaway;029 42745 Camden;031 81710 Cape Girardeau;033 8495 Carroll;035 5202 Carter;\
    037 107824 Cass;039 14188 Cedar;041 7408 Chariton;043 88842 Christian;045 6634 Clark;047 253335 Clay;\
    049 21184 Clinton;051 77279 Cole;053 17103 Cooper;055 23056 Crawford;057 7569 Dade;059 17071 Dallas;\
    061 8430 Daviess;063 11029 DeKalb;065 14421 Dent;067 11578 Douglas;069 28283 Dunklin;071 104682 Franklin;\
    073 14794 Gasconade;075 6162 Gentry;077 298915 Greene;079 9808 Grundy;081 8157 Harrison;083 21946 Henry;\
    085 8279 Hickory;087 4223 Holt;089 10151 Howard;091 39750 Howell;093 9537 Iron;095 717204 Jackson;\
    097 122761 Jasper;099 226739 Jefferson;101 54013 Johnson;103 3744 Knox;105 36039 Laclede;107 32984 Lafayette;\
    109 38001 Lawrence;111 10032 Lewis;113 59574 Lincoln;115 11874 Linn;117 14557 Livingston;119 23303 McDonald;\
    121 15209 Macon;123 12626 Madison;125 8432 Maries;127 28525 Marion;129 3538 Mercer;131 24722 Miller;\
    133 12577 Mississippi;135 15473 Moniteau;137 8666 Monroe;139 11322 Montgomery;141 21006 Morgan;\
    143 16434 New Madrid;145 58648 Newton;147 21241 Nodaway;149 8635 Oregon;151 13274 Osage;153 8553 Ozark;\
    155 15661 Pemiscot;157 18956 Perry;159 42980 Pettis;161 44638 Phelps;163 17587 Pike;165 106718 Platte;\
    167 31519 Polk;169 53955 Pulaski;171 4681 Putnam;173 10355 Ralls;175 24716 Randolph;177 23158 Ray;\
    179 6096 Reynolds;181 10679 Ripley;183 405262 St. Charles;185 9284 St. Clair;186 18479 Ste. Genevieve;\
    187 66922 St. Francois;189 1004125 St. Louis;195 23333 Saline;197 4032 Schuyler;199 4716 Scotland;201 38059 Scott;\
    203 7031 Shannon;205 6103 Shelby;207 28672 Stoddard;209 31076 Stone;211 5999 Sullivan;213 56066 Taney;\
    215 24487 Texas;217 19707 Vernon;219 35532 Warren;221 23514 Washington;223 10974 Wayne;225 39085 Webster;\
    227 1973 Worth;229 18188 Wright;510 301578 St. Louis city
    MT30:001 9371 Beaverhead;003 13124 Big Horn;005 7044 Blaine;007 6774 Broadwater;009 10473 Carbon;011 1415 Carter;\
    013 84414 Cascade;015 5895 Chouteau;017 11867 Custer;019 1661 Daniels;021 8940 Dawson;023 9421 Deer Lodge;\
    025 3049 Fallon;027 11446 Fergus;029 104357 Flathead;031 118960 Gallatin;033 1173 Garfield;035 13778 Glacier;\
    037 823 Golden Valley;039 3309 Granite;041 16309 Hill;043 12085 Jefferson;045 2023 Judith Basin;047 31134 Lake;\
    049 70973 Lewis and Clark;051 1959 Liberty;053 19677 Lincoln;055 1729 McCone;057 8623 Madison;059 1927 Meagher;\
    061 4535 Mineral;063 117922 Missoula;065 4730 Musselshell;067 17191 Park;069 496 Petroleum;071 4217 Phillips;\
    073 5898 Pondera;075 1694 Powder River;077 6946 Powell;079 1088 Prairie;081 44174 Ravalli;083 11491 Richland;\
    085 10794 Roosevelt;087 8329 Rosebud;089 12400 Sanders;091 3539 Sheridan;093 35133 Silver Bow;095 8963 Stillwater;\
    097 3678 Sweet Grass;099 6226 Teton;101 4971 Toole;103 762 Treasure;105 7578 Valley;107 2069 Wheatland;\
    109 937 Wibaux;111 164731 Yellowstone
    NE31:001 31205 Adams;003 6295 Antelope;005 434 Arthur;007 674 Banner;009 431 Blaine;011 5379 Boone;\
    013 10842 Box Butte;015 1810 Boyd;017 2903 Brown;019 50084 Buffalo;021 6722 Burt;023 8369 Butler;025 26598 Cass;\
    027 8380 Cedar;029 3893 Chase;031 5455 Cherry;033 9468 Cheyenne;035 6104 Clay;037 10582 Colfax;039 9013 Cuming;\
    041 10545 Custer;043 21582 Dakota;045 8199 Dawes;047 24111 Dawson;049 1838 Deuel;051 5606 Dixon;053 37167 Dodge;\
    055 584526 Douglas;057 1654 Dundy;059 5551 Fillmore;061 2889 Franklin;063 2519 Frontier;065 4636 Furnas;\
    067 21704 Gage;069 1874 Garden;071 1813 Garfield;073 1893 Gosper;075 611 Grant;077 2188 Greeley;079 62895 Hall;\
    081 9429 Hamilton;083 3073 Harlan;085 856 Hayes;087 2616 Hitchcock;089 10127 Holt;091 711 Hooker;093 6475 Howard;\
    095 7240 Jefferson;097 5290 Johnson;099 6688 Kearney;101 8335 Keith;103 769 Keya Paha;105 3434 Kimball;\
    107 8391 Knox;109 322608 Lancaster;111 34676 Lincoln;113 716 Logan;115 607 Loup;117 399 McPherson;\
    119 35585 Madison;121 7668 Merrick;123 4555 Morrill;125 3380 Nance;127 7074 Nemaha;129 4095 Nuckolls;\
    131 15912 Otoe;133 2544 Pawnee;135 2858 Perkins;137 8968 Phelps;139 7317 Pierce;141 34296 Platte;143 5214 Polk;\
    145 10702 Red Willow;147 7871 Richardson;149 1262 Rock;151 14292 Saline;153 190604 Sarpy;155 22278 Saunders;\
    157 36084 Scotts Bluff;159 17609 Seward;161 5127 Sheridan;163 2959 Sherman;165 1135 Sioux;167 5842 Stanton;\
    169 5034 Thayer;171 669 Thomas;173 6773 Thurston;175 4059 Valley;177 20865 Washington;179 9697 Wayne;\
    181 3395 Webster;183 774 Wheeler;185 14125 York
    NV32:001 25516 Churchill;003 2265461 Clark;005 49488 Douglas;007 53702 Elko;009 729 Esmeralda;011 1855 Eureka;\
    013 17285 Humboldt;015 5734 Lander;017 4499 Lincoln;019 59235 Lyon;021 4554 Mineral;023 51591 Nye;\
    027 6650 Pershing;029 4104 Storey;031 486492 Washoe;033 9080 White Pine;510 58639 Carson City
    NH33:001 63705 Belknap;003 50107 Carroll;005 76458 Cheshire;007 31268 Coos;009 91118 Grafton;\
    011 422937 Hillsborough;013 153808 Merrimack;015 314176 Rockingham;017 130889 Strafford;019 43063 Sullivan
    NJ34:001 274534 Atlantic;003 955732 Bergen;005 461860 Burlington;007 523485 Camden;009 95263 Cape May;\
    011 154152 Cumberland;013 863728 Essex;015 302294 Gloucester;017 724854 Hudson;019 128947 Hunterdon;\
    021 387340 Mercer;023 863162 Middlesex;025 643615 Monmouth;027 509285 Morris;029 637229 Ocean;031 524118 Passaic;\
    033 64837 Salem;035 345361 Somerset;037 144221 Sussex;039 575345 Union;041 109632 Warren
    NM35:001 676444 Bernalillo;003 3579 Catron;005 65157 Chaves;006 27172 Cibola;007 12387 Colfax;009 48430 Curry;\
    011 1698 De Baca;013 219561 Doña Ana;015 62314 Eddy;017 28185 Grant;019 4452 Guadalupe;021 657 Harding;\
    023 4178 Hidalgo;025 74455 Lea;027 20269 Lincoln;028 19419 Los Alamos;029 25427 Luna;031 72902 McKinley;\
    033 4189 Mora;035 67839 Otero;037 8746 Quay;039 40363 Rio Arriba;041 19191 Roosevelt;043 148834 Sandoval;\
    045 121661 San Juan;047 27201 San Miguel;049 154823 Santa Fe;051 11576 Sierra;053 16595 Socorro;055 34489 Taos;\
    057 15045 Torrance;059 4079 Union;061 76205 Valencia
    NY36:001 314848 Albany;003 46456 Allegany;005 1472654 Bronx;007 198683 Broome;009 77042 Cattaraugus;\
    011 76248 Cayuga;013 127657 Chautauqua;015 84148 Chemung;017 47220 Chenango;019 79843 Clinton;021 61570 Columbia;\
    023 46809 Cortland;025 44308 Delaware;027 295911 Dutchess;029 954236 Erie;031 37381 Essex;033 47555 Franklin;\
    035 53324 Fulton;037 58388 Genesee;039 47931 Greene;041 5107 Hamilton;043 60139 Herkimer;045 116721 Jefferson;\
    047 2736074 Kings;049 26582 Lewis;051 61834 Livingston;053 68016 Madison;055 759443 Monroe;057 49532 Montgomery;\
    059 1395774 Nassau;061 1694251 New York;063 212666 Niagara;065 232125 Oneida;067 476516 Onondaga;\
    069 112458 Ontario;071 401310 Orange;073 40343 Orleans;075 117525 Oswego;077 58524 Otsego;079 97668 Putnam;\
    081 2405464 Queens;083 161130 Rensselaer;085 495747 Richmond;087 338329 Rockland;089 108505 St. Lawrence;\
    091 235509 Saratoga;093 158061 Schenectady;095 29714 Schoharie;097 17898 Schuyler;099 33814 Seneca;\
    101 93584 Steuben;103 1525920 Suffolk;105 78624 Sullivan;107 48455 Tioga;109 105740 Tompkins;111 181851 Ulster;\
    113 65737 Warren;115 61302 Washington;117 91283 Wayne;119 1004457 Westchester;121 40531 Wyoming;123 24774 Yates
    NC37:001 171415 Alamance;003 36444 Alexander;005 10888 Alleghany;007 22055 Anson;009 26577 Ashe;011 17806 Avery;\
    013 44652 Beaufort;015 17934 Bertie;017 29606 Bladen;019 136693 Brunswick;021 269452 Buncombe;023 87570 Burke;\
    025 225804 Cabarrus;027 80652 Caldwell;029 10355 Camden;031 67686 Carteret;033 22736 Caswell;035 160610 Catawba;\
    037 76285 Chatham;039 28774 Cherokee;041 13708 Chowan;043 11089 Clay;045 99519 Cleveland;047 50623 Columbus;\
    049 100720 Craven;051 334728 Cumberland;053 28100 Currituck;055 36915 Dare;057 168930 Davidson;059 42712 Davie;\
    061 48715 Duplin;063 324833 Durham;065 48900 Edgecombe;067 382590 Forsyth;069 68573 Franklin;071 227943 Gaston;\
    073 10478 Gates;075 8030 Graham;077 60992 Granville;079 20451 Greene;081 541299 Guilford;083 48622 Halifax;\
    085 133568 Harnett;087 62089 Haywood;089 116281 Henderson;091 21552 Hertford;093 52082 Hoke;095 4589 Hyde;\
    097 186693 Iredell;099 43109 Jackson;101 215999 Johnston;103 9172 Jones;105 63285 Lee;107 55122 Lenoir;\
    109 86810 Lincoln;111 44578 McDowell;113 37014 Macon;115 21193 Madison;117 22031 Martin;119 1115482 Mecklenburg;\
    121 14903 Mitchell;123 25751 Montgomery;125 99727 Moore;127 94970 Nash;129 225702 New Hanover;\
    131 17471 Northampton;133 204576 Onslow;135 148696 Orange;137 12276 Pamlico;139 40568 Pasquotank;141 60203 Pender;\
    143 13005 Perquimans;145 39097 Person;147 170243 Pitt;149 19328 Polk;151 144171 Randolph;153 42946 Richmond;\
    155 116530 Robeson;157 91096 Rockingham;159 146875 Rowan;161 64444 Rutherford;163 59036 Sampson;165 34174 Scotland;\
    167 62504 Stanly;169 44520 Stokes;171 71359 Surry;173 14117 Swain;175 32986 Transylvania;177 3245 Tyrrell;\
    179 238267 Union;181 42578 Vance;183 1129410 Wake;185 18642 Warren;187 11003 Washington;189 54086 Watauga;\
    191 117333 Wayne;193 65969 Wilkes;195 78784 Wilson;197 37214 Yadkin;199 18470 Yancey
    ND38:001 2200 Adams;003 10853 Barnes;005 5964 Benson;007 945 Billings;009 6379 Bottineau;011 2993 Bowman;\
    013 2201 Burke;015 98458 Burleigh;017 184525 Cass;019 3704 Cavalier;021 4999 Dickey;023 2195 Divide;025 4095 Dunn;\
    027 2347 Eddy;029 3301 Emmons;031 3397 Foster;033 1736 Golden Valley;035 73170 Grand Forks;037 2301 Grant;\
    039 2306 Griggs;041 2489 Hettinger;043 2394 Kidder;045 4093 LaMoure;047 1876 Logan;049 5345 McHenry;\
    051 2530 McIntosh;053 14704 McKenzie;055 9771 McLean;057 8350 Mercer;059 33291 Morton;061 9809 Mountrail;\
    063 3015 Nelson;065 1877 Oliver;067 6844 Pembina;069 3990 Pierce;071 11605 Ramsey;073 5703 Ransom;\
    075 2282 Renville;077 16529 Richland;079 12187 Rolette;081 3862 Sargent;083 1265 Sheridan;085 3898 Sioux;\
    087 706 Slope;089 33646 Stark;091 1798 Steele;093 21593 Stutsman;095 2162 Towner;097 7997 Traill;099 10563 Walsh;\
    101 69919 Ward;103 3982 Wells;105 40950 Williams
    OH39:001 27477 Adams;003 102206 Allen;005 52447 Ashland;007 97574 Ashtabula;009 62431 Athens;011 46422 Auglaize;\
    013 66497 Belmont;015 43676 Brown;017 390357 Butler;019 26721 Carroll;021 38714 Champaign;023 136001 Clark;\
    025 208601 Clermont;027 42018 Clinton;029 101877 Columbiana;031 36612 Coshocton;033 42025 Crawford;\
    035 1264817 Cuyahoga;037 51881 Darke;039 38286 Defiance;041 214124 Delaware;043 75622 Erie;045 158921 Fairfield;\
    047 28951 Fayette;049 1323807 Franklin;051 42713 Fulton;053 29220 Gallia;055 95397 Geauga;057 167966 Greene;\
    059 38438 Guernsey;061 830639 Hamilton;063 74920 Hancock;065 30696 Hardin;067 14483 Harrison;069 27662 Henry;\
    071 43317 Highland;073 28050 Hocking;075 44223 Holmes;077 58565 Huron;079 32653 Jackson;081 65249 Jefferson;\
    083 62721 Knox;085 232603 Lake;087 58240 Lawrence;089 178519 Licking;091 46150 Logan;093 312964 Lorain;\
    095 431279 Lucas;097 43824 Madison;099 228614 Mahoning;101 65359 Marion;103 182470 Medina;105 22210 Meigs;\
    107 42528 Mercer;109 108774 Miami;111 13385 Monroe;113 537309 Montgomery;115 13802 Morgan;117 34950 Morrow;\
    119 86410 Muskingum;121 14115 Noble;123 40364 Ottawa;125 18806 Paulding;127 35408 Perry;129 58539 Pickaway;\
    131 27088 Pike;133 161791 Portage;135 40999 Preble;137 34451 Putnam;139 124936 Richland;141 77093 Ross;\
    143 58896 Sandusky;145 74008 Scioto;147 55069 Seneca;149 48230 Shelby;151 374853 Stark;153 540428 Summit;\
    155 201977 Trumbull;157 93263 Tuscarawas;159 62784 Union;161 28931 Van Wert;163 12800 Vinton;165 242337 Warren;\
    167 59771 Washington;169 116894 Wayne;171 37102 Williams;173 132248 Wood;175 21900 Wyandot
    OK40:001 19495 Adair;003 5699 Alfalfa;005 14143 Atoka;007 5049 Beaver;009 22410 Beckham;011 8735 Blaine;\
    013 46067 Bryan;015 26945 Caddo;017 154405 Canadian;019 48003 Carter;021 47078 Cherokee;023 14204 Choctaw;\
    025 2296 Cimarron;027 295528 Cleveland;029 5266 Coal;031 121125 Comanche;033 5527 Cotton;035 14107 Craig;\
    037 71754 Creek;039 28513 Custer;041 40397 Delaware;043 4484 Dewey;045 3749 Ellis;047 62846 Garfield;\
    049 25656 Garvin;051 54795 Grady;053 4169 Grant;055 5491 Greer;057 2488 Harmon;059 3272 Harper;061 11561 Haskell;\
    063 13367 Hughes;065 24785 Jackson;067 5337 Jefferson;069 10272 Johnston;071 43700 Kay;073 15184 Kingfisher;\
    075 8509 Kiowa;077 9444 Latimer;079 48129 Le Flore;081 33458 Lincoln;083 49555 Logan;085 10146 Love;\
    087 41662 McClain;089 30814 McCurtain;091 18941 McIntosh;093 7782 Major;095 15312 Marshall;097 39046 Mayes;\
    099 13904 Murray;101 66339 Muskogee;103 10924 Noble;105 9320 Nowata;107 11310 Okfuskee;109 796292 Oklahoma;\
    111 36706 Okmulgee;113 45818 Osage;115 30285 Ottawa;117 15553 Pawnee;119 81646 Payne;121 43773 Pittsburg;\
    123 38065 Pontotoc;125 72454 Pottawatomie;127 10812 Pushmataha;129 3442 Roger Mills;131 95240 Rogers;\
    133 23556 Seminole;135 39281 Sequoyah;137 42848 Stephens;139 21384 Texas;141 6968 Tillman;143 669279 Tulsa;\
    145 80981 Wagoner;147 52455 Washington;149 10924 Washita;151 8624 Woods;153 20470 Woodward
    OR41:001 16668 Baker;003 95184 Benton;005 421401 Clackamas;007 41072 Clatsop;009 52589 Columbia;011 64929 Coos;\
    013 24738 Crook;015 23446 Curry;017 198253 Deschutes;019 111201 Douglas;021 1995 Gilliam;023 7233 Grant;\
    025 7495 Harney;027 23977 Hood River;029 223259 Jackson;031 24502 Jefferson;033 88090 Josephine;035 69413 Klamath;\
    037 8160 Lake;039 382971 Lane;041 50395 Lincoln;043 128610 Linn;045 31571 Malheur;047 345920 Marion;\
    049 12186 Morrow;051 815428 Multnomah;053 87433 Polk;055 1870 Sherman;057 27390 Tillamook;059 80075 Umatilla;\
    061 26196 Union;063 7391 Wallowa;065 26670 Wasco;067 600372 Washington;069 1451 Wheeler;071 107722 Yamhill
    PA42:001 103852 Adams;003 1250578 Allegheny;005 65558 Armstrong;007 168215 Beaver;009 47577 Bedford;\
    011 428849 Berks;013 122822 Blair;015 59967 Bradford;017 646538 Bucks;019 193763 Butler;021 133472 Cambria;\
    023 4547 Cameron;025 64749 Carbon;027 158172 Centre;029 534413 Chester;031 37241 Clarion;033 80562 Clearfield;\
    035 37450 Clinton;037 64727 Columbia;039 83938 Crawford;041 259469 Cumberland;043 286401 Dauphin;\
    045 576830 Delaware;047 30990 Elk;049 270876 Erie;051 128804 Fayette;053 6973 Forest;055 155932 Franklin;\
    057 14556 Fulton;059 35954 Greene;061 44092 Huntingdon;063 83246 Indiana;065 44492 Jefferson;067 23509 Juniata;\
    069 215896 Lackawanna;071 552984 Lancaster;073 86070 Lawrence;075 143257 Lebanon;077 374557 Lehigh;\
    079 325594 Luzerne;081 114188 Lycoming;083 40432 McKean;085 110652 Mercer;087 46143 Mifflin;089 168327 Monroe;\
    091 856553 Montgomery;093 18136 Montour;095 312951 Northampton;097 91647 Northumberland;099 45842 Perry;\
    101 1603797 Philadelphia;103 58535 Pike;105 16396 Potter;107 143049 Schuylkill;109 39736 Snyder;111 74129 Somerset;\
    113 5840 Sullivan;115 38434 Susquehanna;117 41045 Tioga;119 42681 Union;121 50454 Venango;123 38587 Warren;\
    125 209349 Washington;127 51155 Wayne;129 354663 Westmoreland;131 26069 Wyoming;133 456438 York
    RI44:001 50793 Bristol;003 170363 Kent;005 85643 Newport;007 660741 Providence;009 129839 Washington
    SC45:001 24295 Abbeville;003 168808 Aiken;005 8039 Allendale;007 203718 Anderson;009 13311 Bamberg;\
    011 20589 Barnwell;013 187117 Beaufort;015 229861 Berkeley;017 14119 Calhoun;019 408235 Charleston;\
    021 56216 Cherokee;023 32294 Chester;025 43273 Chesterfield;027 31144 Clarendon;029 38604 Colleton;\
    031 62905 Darlington;033 28292 Dillon;035 161540 Dorchester;037 25657 Edgefield;039 20948 Fairfield;\
    041 137059 Florence;043 63404 Georgetown;045 525534 Greenville;047 69351 Greenwood;049 18561 Hampton;\
    051 351029 Horry;053 28791 Jasper;055 65403 Kershaw;057 96016 Lancaster;059 67539 Laurens;061 16531 Lee;\
    063 293991 Lexington;065 9526 McCormick;067 29183 Marion;069 26667 Marlboro;071 37719 Newberry;073 78607 Oconee;\
    075 84223 Orangeburg;077 131404 Pickens;079 416147 Richland;081 18862 Saluda;083 327997 Spartanburg;\
    085 105556 Sumter;087 27244 Union;089 31026 Williamsburg;091 282090 York
    SD46:003 2747 Aurora;005 19149 Beadle;007 3381 Bennett;009 7003 Bon Homme;011 34375 Brookings;013 38301 Brown;\
    015 5247 Brule;017 1948 Buffalo;019 10243 Butte;021 1377 Campbell;023 9373 Charles Mix;025 3837 Clark;\
    027 14967 Clay;029 28325 Codington;031 3902 Corson;033 8318 Custer;035 19956 Davison;037 5449 Day;039 4295 Deuel;\
    041 5239 Dewey;043 2835 Douglas;045 3986 Edmunds;047 6973 Fall River;049 2125 Faulk;051 7556 Grant;\
    053 3994 Gregory;055 1872 Haakon;057 6164 Hamlin;059 3145 Hand;061 3461 Hanson;063 1311 Harding;065 17765 Hughes;\
    067 7427 Hutchinson;069 1262 Hyde;071 2806 Jackson;073 1663 Jerauld;075 917 Jones;077 5187 Kingsbury;\
    079 11059 Lake;081 25768 Lawrence;083 65161 Lincoln;085 3718 Lyman;087 5682 McCook;089 2411 McPherson;\
    091 4306 Marshall;093 29852 Meade;095 1918 Mellette;097 2298 Miner;099 197214 Minnehaha;101 6336 Moody;\
    102 13672 Oglala Lakota;103 109222 Pennington;105 2835 Perkins;107 2472 Potter;109 10280 Roberts;111 2330 Sanborn;\
    115 6361 Spink;117 2980 Stanley;119 1446 Sully;121 9319 Todd;123 5624 Tripp;125 8673 Turner;127 16811 Union;\
    129 5315 Walworth;135 23310 Yankton;137 2413 Ziebach
    TN47:001 77123 Anderson;003 50237 Bedford;005 15864 Benton;007 14913 Bledsoe;009 135280 Blount;011 108620 Bradley;\
    013 39272 Campbell;015 14506 Cannon;017 28440 Carroll;019 56356 Carter;021 41072 Cheatham;023 17341 Chester;\
    025 32043 Claiborne;027 7581 Clay;029 35999 Cocke;031 57889 Coffee;033 13911 Crockett;035 61145 Cumberland;\
    037 715884 Davidson;039 11435 Decatur;041 20080 DeKalb;043 54315 Dickson;045 36801 Dyer;047 41990 Fayette;\
    049 18489 Fentress;051 42774 Franklin;053 50429 Gibson;055 30346 Giles;057 23527 Grainger;059 70152 Greene;\
    061 13529 Grundy;063 64499 Hamblen;065 366207 Hamilton;067 6662 Hancock;069 25462 Hardeman;071 26831 Hardin;\
    073 56721 Hawkins;075 17864 Haywood;077 27842 Henderson;079 32199 Henry;081 24925 Hickman;083 8283 Houston;\
    085 18990 Humphreys;087 11617 Jackson;089 54683 Jefferson;091 17948 Johnson;093 478971 Knox;095 7005 Lake;\
    097 25143 Lauderdale;099 44159 Lawrence;101 12582 Lewis;103 35319 Lincoln;105 54886 Loudon;107 53276 McMinn;\
    109 25866 McNairy;111 25216 Macon;113 98823 Madison;115 28837 Marion;117 34318 Marshall;119 100974 Maury;\
    121 12758 Meigs;123 46250 Monroe;125 220069 Montgomery;127 6461 Moore;129 21035 Morgan;131 30787 Obion;\
    133 22511 Overton;135 8366 Perry;137 5001 Pickett;139 17544 Polk;141 79854 Putnam;143 32870 Rhea;145 53404 Roane;\
    147 72803 Robertson;149 341486 Rutherford;151 21850 Scott;153 15826 Sequatchie;155 98380 Sevier;157 929744 Shelby;\
    159 19904 Smith;161 13657 Stewart;163 158163 Sullivan;165 196281 Sumner;167 60970 Tipton;169 11615 Trousdale;\
    171 17928 Unicoi;173 19802 Union;175 6168 Van Buren;177 40953 Warren;179 133001 Washington;181 16232 Wayne;\
    183 32902 Weakley;185 27351 White;187 247726 Williamson;189 147737 Wilson
    TX48:001 57922 Anderson;003 18610 Andrews;005 86395 Angelina;007 23830 Aransas;009 8560 Archer;011 1848 Armstrong;\
    013 48981 Atascosa;015 30167 Austin;017 6904 Bailey;019 20851 Bandera;021 97216 Bastrop;023 3465 Baylor;\
    025 31047 Bee;027 370647 Bell;029 2009324 Bexar;031 11374 Blanco;033 631 Borden;035 18235 Bosque;037 92893 Bowie;\
    039 372031 Brazoria;041 233849 Brazos;043 9546 Brewster;045 1435 Briscoe;047 7076 Brooks;049 38095 Brown;\
    051 17642 Burleson;053 49130 Burnet;055 45883 Caldwell;057 20106 Calhoun;059 13708 Callahan;061 421017 Cameron;\
    063 12464 Camp;065 5807 Carson;067 28454 Cass;069 7371 Castro;071 46571 Chambers;073 50412 Cherokee;\
    075 6664 Childress;077 10218 Clay;079 2547 Cochran;081 3285 Coke;083 7684 Coleman;085 1064465 Collin;\
    087 2652 Collingsworth;089 20557 Colorado;091 161501 Comal;093 13594 Comanche;095 3303 Concho;097 41668 Cooke;\
    099 83093 Coryell;101 1380 Cottle;103 4675 Crane;105 3098 Crockett;107 5133 Crosby;109 2188 Culberson;\
    111 7115 Dallam;113 2613539 Dallas;115 12456 Dawson;117 18583 Deaf Smith;119 5230 Delta;121 906422 Denton;\
    123 19824 DeWitt;125 1770 Dickens;127 8615 Dimmit;129 3258 Donley;131 9831 Duval;133 17725 Eastland;\
    135 165171 Ector;137 1422 Edwards;139 192455 Ellis;141 865657 El Paso;143 42545 Erath;145 16968 Falls;\
    147 35662 Fannin;149 24435 Fayette;151 3672 Fisher;153 5402 Floyd;155 1095 Foard;157 822779 Fort Bend;\
    159 10359 Franklin;161 19435 Freestone;163 18385 Frio;165 21598 Gaines;167 350682 Galveston;169 5816 Garza;\
    171 26725 Gillespie;173 1116 Glasscock;175 7012 Goliad;177 19653 Gonzales;179 21227 Gray;181 135543 Grayson;\
    183 124239 Gregg;185 29268 Grimes;187 172706 Guadalupe;189 32522 Hale;191 2825 Hall;193 8222 Hamilton;\
    195 5285 Hansford;197 3549 Hardeman;199 56231 Hardin;201 4731145 Harris;203 68839 Harrison;205 5382 Hartley;\
    207 5416 Haskell;209 241067 Hays;211 3382 Hemphill;213 82150 Henderson;215 870781 Hidalgo;217 35874 Hill;\
    219 21537 Hockley;221 61598 Hood;223 36787 Hopkins;225 22066 Houston;227 34860 Howard;229 3202 Hudspeth;\
    231 99956 Hunt;233 20617 Hutchinson;235 1513 Irion;237 8472 Jack;239 14988 Jackson;241 32980 Jasper;\
    243 1996 Jeff Davis;245 256526 Jefferson;247 4838 Jim Hogg;249 38891 Jim Wells;251 179927 Johnson;253 19663 Jones;\
    255 14710 Karnes;257 145310 Kaufman;259 44279 Kendall;261 350 Kenedy;263 753 Kent;265 52598 Kerr;267 4286 Kimble;\
    269 265 King;271 3129 Kinney;273 31040 Kleberg;275 3353 Knox;277 50088 Lamar;279 13045 Lamb;281 21627 Lampasas;\
    283 6664 La Salle;285 20337 Lavaca;287 17478 Lee;289 15719 Leon;291 91628 Liberty;293 22146 Limestone;\
    295 3059 Lipscomb;297 11335 Live Oak;299 21243 Llano;301 64 Loving;303 310639 Lubbock;305 5596 Lynn;\
    307 7630 McCulloch;309 260579 McLennan;311 600 McMullen;313 13455 Madison;315 9725 Marion;317 5237 Martin;\
    319 3953 Mason;321 36255 Matagorda;323 57887 Maverick;325 50748 Medina;327 1962 Menard;329 169983 Midland;\
    331 24754 Milam;333 4456 Mills;335 8990 Mitchell;337 19965 Montague;339 620443 Montgomery;341 21358 Moore;\
    343 11973 Morris;345 1063 Motley;347 64653 Nacogdoches;349 52624 Navarro;351 12217 Newton;353 14738 Nolan;\
    355 353178 Nueces;357 10015 Ochiltree;359 1758 Oldham;361 84808 Orange;363 28409 Palo Pinto;365 22491 Panola;\
    367 148222 Parker;369 9869 Parmer;371 15193 Pecos;373 50123 Polk;375 118525 Potter;377 6131 Presidio;\
    379 12164 Rains;381 140753 Randall;383 3385 Reagan;385 2758 Real;387 11587 Red River;389 14748 Reeves;\
    391 6741 Refugio;393 827 Roberts;395 16757 Robertson;397 107819 Rockwall;399 9900 Runnels;401 52214 Rusk;\
    403 9894 Sabine;405 7918 San Augustine;407 27402 San Jacinto;409 68755 San Patricio;411 5730 San Saba;\
    413 2451 Schleicher;415 16932 Scurry;417 3105 Shackelford;419 24022 Shelby;421 2782 Sherman;423 233479 Smith;\
    425 9205 Somervell;427 65920 Starr;429 9101 Stephens;431 1372 Sterling;433 1245 Stonewall;435 3372 Sutton;\
    437 6971 Swisher;439 2110640 Tarrant;441 143208 Taylor;443 760 Terrell;445 11831 Terry;447 1440 Throckmorton;\
    449 31247 Titus;451 120003 Tom Green;453 1290188 Travis;455 13602 Trinity;457 19798 Tyler;459 40892 Upshur;\
    461 3308 Upton;463 24564 Uvalde;465 47586 Val Verde;467 59541 Van Zandt;469 91319 Victoria;471 76400 Walker;\
    473 56794 Waller;475 11644 Ward;477 35805 Washington;479 267114 Webb;481 41570 Wharton;483 4990 Wheeler;\
    485 129350 Wichita;487 12887 Wilbarger;489 20164 Willacy;491 609017 Williamson;493 49753 Wilson;495 7791 Winkler;\
    497 68632 Wise;499 44843 Wood;501 7694 Yoakum;503 17867 Young;505 13889 Zapata;507 9670 Zavala
    UT49:001 7072 Beaver;003 57666 Box Elder;005 133154 Cache;007 20412 Carbon;009 935 Daggett;011 362679 Davis;\
    013 19596 Duchesne;015 9825 Emery;017 5083 Garfield;019 9669 Grand;021 57289 Iron;023 11786 Juab;025 7667 Kane;\
    027 12975 Millard;029 12295 Morgan;031 1438 Piute;033 2510 Rich;035 1185238 Salt Lake;037 14518 San Juan;\
    039 28437 Sanpete;041 21522 Sevier;043 42357 Summit;045 72698 Tooele;047 35620 Uintah;049 659399 Utah;\
    051 34788 Wasatch;053 180279 Washington;055 2486 Wayne;057 262223 Weber
    VT50:001 37363 Addison;003 37347 Bennington;005 30233 Caledonia;007 168323 Chittenden;009 5920 Essex;\
    011 49946 Franklin;013 7293 Grand Isle;015 25945 Lamoille;017 29277 Orange;019 27393 Orleans;021 60572 Rutland;\
    023 59807 Washington;025 45905 Windham;027 57753 Windsor
    VA51:001 33413 Accomack;003 112395 Albemarle;005 15223 Alleghany;007 13265 Amelia;009 31307 Amherst;\
    011 16119 Appomattox;013 238643 Arlington;015 77487 Augusta;017 4209 Bath;019 79462 Bedford;021 6270 Bland;\
    023 33596 Botetourt;025 15849 Brunswick;027 20355 Buchanan;029 16824 Buckingham;031 55696 Campbell;\
    033 30887 Caroline;035 29155 Carroll;036 6773 Charles City;037 11529 Charlotte;041 364548 Chesterfield;\
    043 14783 Clarke;045 4892 Craig;047 52552 Culpeper;049 9675 Cumberland;051 14124 Dickenson;053 27947 Dinwiddie;\
    057 10599 Essex;059 1150309 Fairfax;061 72972 Fauquier;063 15476 Floyd;065 27249 Fluvanna;067 54477 Franklin;\
    069 91419 Frederick;071 16787 Giles;073 38711 Gloucester;075 24727 Goochland;077 15333 Grayson;079 20552 Greene;\
    081 11391 Greensville;083 34022 Halifax;085 109979 Hanover;087 334389 Henrico;089 50948 Henry;091 2232 Highland;\
    093 38606 Isle of Wight;095 78254 James City;097 6608 King and Queen;099 26723 King George;101 17810 King William;\
    103 10919 Lancaster;105 22173 Lee;107 420959 Loudoun;109 37596 Louisa;111 11936 Lunenburg;113 13837 Madison;\
    115 8533 Mathews;117 30319 Mecklenburg;119 10625 Middlesex;121 99721 Montgomery;125 14775 Nelson;\
    127 22945 New Kent;131 12282 Northampton;133 11839 Northumberland;135 15642 Nottoway;137 36254 Orange;\
    139 23709 Page;141 17608 Patrick;143 60501 Pittsylvania;145 30333 Powhatan;147 21849 Prince Edward;\
    149 43010 Prince George;153 482204 Prince William;155 33800 Pulaski;157 7348 Rappahannock;159 8923 Richmond;\
    161 96929 Roanoke;163 22650 Rockbridge;165 83757 Rockingham;167 25781 Russell;169 21576 Scott;171 44186 Shenandoah;\
    173 29800 Smyth;175 17996 Southampton;177 140032 Spotsylvania;179 156927 Stafford;181 6561 Surry;183 10829 Sussex;\
    185 40429 Tazewell;187 40727 Warren;191 53935 Washington;193 18477 Westmoreland;195 36130 Wise;197 28290 Wythe;\
    199 70045 York;510 159467 Alexandria city;520 17219 Bristol city;530 6641 Buena Vista city;\
    540 46553 Charlottesville city;550 249422 Chesapeake city;570 18170 Colonial Heights city;580 5737 Covington city;\
    590 42590 Danville city;595 5766 Emporia city;600 24146 Fairfax city;610 14658 Falls Church city;\
    620 8180 Franklin city;630 27982 Fredericksburg city;640 6720 Galax city;650 137148 Hampton city;\
    660 51814 Harrisonburg city;670 23033 Hopewell city;678 7320 Lexington city;680 79009 Lynchburg city;\
    683 42772 Manassas city;685 17219 Manassas Park city;690 13485 Martinsville city;700 186247 Newport News city;\
    710 238005 Norfolk city;720 3687 Norton city;730 33458 Petersburg city;735 12460 Poquoson city;\
    740 97915 Portsmouth city;750 16070 Radford city;760 226610 Richmond city;770 100011 Roanoke city;\
    775 25346 Salem city;790 25750 Staunton city;800 94324 Suffolk city;810 459470 Virginia Beach city;\
    820 22196 Waynesboro city;830 15425 Williamsburg city;840 28120 Winchester city
    WA53:001 20613 Adams;003 22285 Asotin;005 206873 Benton;007 79074 Chelan;009 77155 Clallam;011 503311 Clark;\
    013 3952 Columbia;015 110730 Cowlitz;017 42938 Douglas;019 7178 Ferry;021 96749 Franklin;023 2286 Garfield;\
    025 99123 Grant;027 75636 Grays Harbor;029 86857 Island;031 32977 Jefferson;033 2269675 King;035 275611 Kitsap;\
    037 44337 Kittitas;039 22735 Klickitat;041 82149 Lewis;043 10876 Lincoln;045 65726 Mason;047 42104 Okanogan;\
    049 23365 Pacific;051 13401 Pend Oreille;053 921130 Pierce;055 17788 San Juan;057 129523 Skagit;059 12036 Skamania;\
    061 827957 Snohomish;063 539339 Spokane;065 46445 Stevens;067 294793 Thurston;069 4422 Wahkiakum;\
    071 62584 Walla Walla;073 226847 Whatcom;075 47973 Whitman;077 256728 Yakima
    WV54:001 15465 Barbour;003 122076 Berkeley;005 21809 Boone;007 12447 Braxton;009 22559 Brooke;011 94350 Cabell;\
    013 6229 Calhoun;015 8051 Clay;017 7808 Doddridge;019 40488 Fayette;021 7408 Gilmer;023 10976 Grant;\
    025 32977 Greenbrier;027 23093 Hampshire;029 29095 Hancock;031 14299 Hardy;033 65921 Harrison;035 27791 Jackson;\
    037 57701 Jefferson;039 180745 Kanawha;041 17033 Lewis;043 20463 Lincoln;045 32567 Logan;047 19111 McDowell;\
    049 56205 Marion;051 30591 Marshall;053 25453 Mason;055 59664 Mercer;057 26938 Mineral;059 23568 Mingo;\
    061 105822 Monongalia;063 12376 Monroe;065 17063 Morgan;067 24604 Nicholas;069 42425 Ohio;071 6143 Pendleton;\
    073 7653 Pleasants;075 7869 Pocahontas;077 34216 Preston;079 57440 Putnam;081 74591 Raleigh;083 27932 Randolph;\
    085 8444 Ritchie;087 14028 Roane;089 11959 Summers;091 16705 Taylor;093 6762 Tucker;095 8313 Tyler;\
    097 23816 Upshur;099 38982 Wayne;101 8378 Webster;103 14442 Wetzel;105 5194 Wirt;107 84296 Wood;109 21382 Wyoming
    WI55:001 20654 Adams;003 16027 Ashland;005 46711 Barron;007 16220 Bayfield;009 268740 Brown;011 13317 Buffalo;\
    013 16526 Burnett;015 52442 Calumet;017 66297 Chippewa;019 34659 Clark;021 58490 Columbia;023 16113 Crawford;\
    025 561504 Dane;027 89396 Dodge;029 30066 Door;031 44295 Douglas;033 45440 Dunn;035 105710 Eau Claire;\
    037 4558 Florence;039 104154 Fond du Lac;041 9179 Forest;043 51938 Grant;045 37093 Green;047 19018 Green Lake;\
    049 23709 Iowa;051 6137 Iron;053 21145 Jackson;055 84900 Jefferson;057 26718 Juneau;059 169151 Kenosha;\
    061 20563 Kewaunee;063 120784 La Crosse;065 16611 Lafayette;067 19491 Langlade;069 28415 Lincoln;\
    071 81359 Manitowoc;073 138013 Marathon;075 41872 Marinette;077 15592 Marquette;078 4255 Menominee;\
    079 939489 Milwaukee;081 46274 Monroe;083 38965 Oconto;085 37845 Oneida;087 190705 Outagamie;089 91503 Ozaukee;\
    091 7318 Pepin;093 42212 Pierce;095 44977 Polk;097 70377 Portage;099 14054 Price;101 197727 Racine;\
    103 17304 Richland;105 163687 Rock;107 14188 Rusk;109 93536 St. Croix;111 65763 Sauk;113 18074 Sawyer;\
    115 40881 Shawano;117 118034 Sheboygan;119 19913 Taylor;121 30760 Trempealeau;123 30714 Vernon;125 23047 Vilas;\
    127 106478 Walworth;129 16623 Washburn;131 136761 Washington;133 406978 Waukesha;135 51812 Waupaca;\
    137 24520 Waushara;139 171730 Winnebago;141 74207 Wood
    WY56:001 37066 Albany;003 11521 Big Horn;005 47026 Campbell;007 14537 Carbon;009 13751 Converse;011 7181 Crook;\
    013 39234 Fremont;015 12498 Goshen;017 4621 Hot Springs;019 8447 Johnson;021 100512 Laramie;023 19581 Lincoln;\
    025 79955 Natrona;027 2467 Niobrara;029 29624 Park;031 8605 Platte;033 30921 Sheridan;035 8728 Sublette;\
    037 42272 Sweetwater;039 23331 Teton;041 20450 Uinta;043 7685 Washakie;045 6838 Weston
    """
}
