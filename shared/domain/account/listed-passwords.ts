/**
 * Words at the heart of common passwords, in lower case and without the substitutions of `fold` in
 * password-check.ts: frequent ones of the public lists (data of @zxcvbn-ts/language-common, MIT), and
 * words of Taiwan, of schools and of this system.
 */
const WORDS = `
  aardvark aaron abcd abgrtyu abigail academic access accord action adam adgjmptw adidas admin
  administrator adrian africa airborne airforce airplane aishiteru alabama alaska albert alberto alejandr
  aleksandr alex alexande alexander alexandr alexandra alexis alfred alicia aliens alison allen allison
  alpha alpine always alyssa amadeus amanda amateur amber america american anakin anastasia anderson andre
  andrea andreas andrei andrew andrey andy angel angela angelica angelina angelo angels animal anna annie
  anthony anton antonio anubis anything apache apollo apple apples april aragorn archer archie arizona
  arnold arsenal arthur artist asdasd asdf asdfasdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdzxc ashley
  athena atlanta atlantis auburn audrey august aurora austin autumn avalon avatar awesome azerty babe
  babes baby babydoll babygirl babylon badass badboy badger baggins bailey ball baller balls bambam banana
  bananas bandit banshee baobei barbara barbie barcelon barcelona barney baseball basket basketba
  basketball bass batman battle baxter beach beagle bear beatles beautiful beauty beaver beavis beer
  beetle bender benjamin benson bentley berlin bernard bernie bertha bianca bigboy bigdaddy bigdog bigfoot
  biggie bigguy bigmac bigman bigone bigred bill billy billybob bingo bird birdie birthday biscuit bishop
  biteme blabla black blackcat blackdog blackie blackman blade blades blahblah blaster blazer blessed
  blink blizzard blonde blondie blood blue bluebird bluemoon blues bluesky bobafett bobbob bobby bobcat
  boeing bomber bond bondage bonehead bonjour bonnie booger boogie boomer boss boston bottom bowling
  bradley brandi brandon brandy brasil braves brazil brenda brendan brian brianna bridge britney brittany
  bronco broncos brooke brooklyn brooks brother brown brownie browns bruce bruins bruno brutus bubba
  bubble bubbles buck buckeye buckeyes buddha buddy budlight buffalo buffett buffy bugger bulldog bulldogs
  bullet bunny bureau burger burton business buster butler byteme cactus cadillac caesar californ callie
  calvin camaro camera cameron camille campbell canada cancer candy cannon cantona capital captain
  cardinal carlo carlos carmen carolina caroline carrie carrot carson carter cartman caserta casey casino
  casper cassidy cassie castle catalina catch catdog catfish cats cavalier cdtnkfyf celica celtic cessna
  champion chance chandler change changeit changeme changhua chaos charger chargers charles charlie
  charlott charly check cheese chelsea cherokee cherry cheryl chester chevelle chevy cheyenne chiayi
  chicago chichi chicken chicks chiefs chipper chocolat chopper chris chrissy christ christia christian
  christin christine christop christy chronic chubby chuck chucky cindy cjkysirj cjkywt claire classic
  classroom claude claudia clayton clifford clinton clover cobra cocacola cody coffee colleen college
  collins colombia colorado colors colt coltrane columbia compaq computer concrete condor connect connie
  connor consumer control cookie cookies cool cooldude coolio cooper copper corona corvette cosmos cotton
  cougar counsellor counselor country courtney cowboy cowboys coyote cracker crazy cream creative cricket
  crimson cristina crusader crystal cthutq curious curtis cynthia daddy dagger daisy dakota dallas damian
  damien dancer danger daniel daniela danielle danni danny daoshi dark darkness darkside darkstar darren
  darwin dave david daytona dbrnjhbz death debbie december deedee default defender deftones delete delta
  demo denis denise dennis denver derrick design desire destiny detroit devil devildog devils dexter
  dfvgbh diablo diamond diamonds diana diesel dietcoke digger digital dilbert dillon dima dingdong
  director dirty discover disney dkflbvbh doctor dodge dodger dodgeram dodgers doggie doggy dogs dollar
  dolphin dolphins dominic domino donald donkey doodle dookie dorothy douglas dragon dragons dream dreamer
  dreams driver drizzt dropout drowssap drpepper drummer dublin ducati duck dude dudley duke dumbass
  duncan dustin dusty eagle eagles eatme eclipse eddie education edward einstein ekaterina elaine electric
  element elena elephant elizabet elizabeth elvis elwood emerald emily eminem empire energy engine
  engineer england english enigma enjoy enter enterpri eric escort eternity eugene evelyn everton example
  exigen explorer express extreme falcon family fantasy farmer faster fatboy fatcat father february felix
  fender fernando ferrari ferret ficken fighter finger finish fire fireball firebird firefly fireman fish
  fisher fishing fktrcfylh fktrctq flames flash flatron flight flipper florence florida flower flowers
  fluffy flyers foobar football ford forest forever forget formosa formula fossil foster foxtrot france
  frances francis frank frankie franklin freak freaky fred freddie freddy fredfred free freedom freeman
  freepass freeuser french friday friend friends frog froggy frosty fudao funtime fusion future fyfcnfcbz
  fylhtq gabriel galaxy galina galore gambit gandalf gangsta gangster garcia garden garfield garrett
  gateway gators geheim gemini general genesis genius george georgia gerald gerard german germany geronimo
  getsome gfhjkm ghbdtn ghbdtnbr ghjcnj ghost giants gibson gilbert ginger giovanni girl girls gizmo
  global gloria goblin goblue goddess godzilla goforit gold goldberg golden goldfish goldie golf golfer
  goober good goodluck google gordon gorilla gotcha gothic grace gracie graham great green greenday greg
  gregory grendel griffey griffin grizzly groovy guardian guest guidance guinness guitar gundam gunner
  hacker halflife hamilton hamlet hammer hamster hannah hannibal hansolo happy happybirthday happynewyear
  hard hardon harley harmony harold harris harrison harry harvey hawaii hawkeye head heather heaven hector
  helena hell hellfire hello help helpme hendrix henry hentai herbert hercules herman hershey hesoyam
  highland highschool hiphop history hitman hjvfirf hobbes hobbit hockey holden holiday holland holly
  hollywoo holmes home homer homeroom honda honey hongkong hooker hoover hornet horney horse horses hotboy
  hotdog hotrod hotstuff hottie house houston howard hsinchu hualien hummer hunter hunting huskers ibanez
  icecream iceman iloveu iloveyou immortal impala indian indiana indians indigo infantry inferno infinity
  insane inside integra internet intrepid ireland irina irish ironman isabel isabella isabelle island
  italia iverson iwantu jack jackass jackie jackoff jackson jacob jaguar jake jamaica james jamie janice
  january japan jasmin jasmine jason jasper jazz jeep jeff jeffrey jennifer jenny jeremy jericho jerome
  jerry jersey jessica jessie jester jesus jiaoshi jiaoyu jimmy joanna joanne joejoe joey john johnjohn
  johnny johnson joker jonathan jones jordan joseph josh joshua juice julia julian julie july jumper june
  jungle junior jupiter justice justin justme juventus kaiser kangaroo kansas kaohsiung karate karen
  karina katana katerina kathleen katie katrina kawasaki keelung keeper kelly kelsey kennedy kenneth
  kermit kevin keyboard kimberly king kingdom kingkong kinmen kirill kiss kissme kitkat kitten kitty
  kittycat klaster knicks knight knights kodiak kolobok kramer kristen kristin kristina lacrosse ladies
  lady ladybug lakers lancer laogong laopo laoshi larisa larry lasvegas latino laura lauren lawrence
  leather leaver ledzep legend legion legolas lennon leonard leonardo leslie lestat lester letmein lexmark
  liberty lifehack light lights lincoln linda lindsay lindsey liquid lisa little liverpoo liverpool lizard
  lobster logan login logitech lolita lollipop lollol london lonestar lonewolf long longhorn looking
  lorenzo lorraine loser louise loulou love lovelove lovely loveme lover loverboy lovers loveyou loving
  lowrider lucas lucifer lucky luke luther lvbnhbq machine maddie maddog madison madman madmax madness
  madonna madrid maestro maggie magic magnum maiden mailcreated makaveli maksim malcolm malibu manager
  manchester maniac manson manuel manutd marathon marcel march marco marcus margaret maria mariah marie
  marina marine marines marino mario marion mark markus marlboro marley marlin marshall martha martin
  martina martini marvin mary maryjane master masters matrix matsu matt matthew mature maurice maverick
  maxima maximus maxine maxmax maxwell megadeth megaman melanie melissa melvin member memphis mercedes
  mercury meridian merlin merrychristmas metallic metallica mexico miami miaoli michael michel michele
  michelle michigan mickey microsoft midnight miguel mike milano miller millie million milton mima mimashi
  mine minecraft ministry minnie mirage miranda mission missy mister mistress misty mitchell mobile mollie
  molly molson mommy monday money mongoose monica monika monique monitor monkey monroe monster montana
  montreal mookie moomoo moon moose morgan morpheus morris morrison moscow mother motorola mountain mouse
  movie mozart muffin mulder munchkin murphy murray muscle mushroom music musicman mustang mylove
  mypassword mystery nadine nantou napoleon naruto nascar nasty nastya natali natalia natalie natasha
  nathan national naughty nccitoid nccitoie ncnu nelson nemesis neptune network newlife newman newpass
  newpassword newport newtaipei newton newyork nfnmzyf nicholas nick nicola nicolas nicole nihao nikita
  nikki nimrod niners ninja nintendo nipple nipples nirvana nissan nolimit none nookie norman norton
  nothing november nugget nylons nymets oakland obiwan oblivion october office oicu oksana oldman olga
  oliver olivia omega onelove online open openup operator orange orion orlando oscar osiris outlaw
  overlord oxford pacific packard packers pakistan paladin palmer pamela panama panasonic pandora pantera
  panther panthers panzer paradise paradox paris parker parrot party pascal pass passat passion passphrase
  passport passw passwd passwor password passwords patches patricia patrick patriot patriots patton paul
  pavilion peace peaches peanut peanuts pearljam pebbles peekaboo peewee pegasus pencil penelope penghu
  penguin penguins penny pentium people pepper pepsi perfect personal pervert peter phantom philip philips
  phillip philly phoebe phoenix photos phpbb picard picasso pickle pickles pierre piglet pikachu ping
  pingtung pink pioneer pirate pirates pitbull pizza planet plastic platinum player playtime please
  pleasure poison pokemon polaris police polina pontiac poohbear pookie poop poopie poopoo popcorn popeye
  porsche porter portland portugal postal potato potter powder power powers precious predator prelude
  presario preston pretty prince princes princess principal private privet prodigy psycho pumpkin punisher
  punkrock purple pyramid python qawsed qazqaz qazwsx qazwsxed qazwsxedc qazxsw qazxswedc quality qwaszx
  qweasd qweasdzxc qweqwe qwer qwerasdf qwert qwerty qwertyu qwertyui qwertyuiop rabbit racecar racerx
  rachel racing ragnarok raider raiders rainbow raistlin rammstein random randy ranger rangers raptor
  rascal rasdzv raven ravens raymond razz reaper rebecca rebels reddog redhead redman redrum redskins
  redsox redwings reggie regina registrar remember renegade reporter review rfrfirf rhbcnbyf ricardo
  richard richie rick ripper rjntyjr robbie robert roberto robin robinson rock rocker rocket rockon rocks
  rockstar rocky rodney roland rolltide roman romeo rommel ronald ronaldo ronnie rooster root roscoe rose
  rosebud roxanne rubber rulez runner rush ruslan russell russia rusty ryan sabine sabrina sadie safety
  sailing sailor saints sakura sally salmon samantha sammie sammy sample sampson samson samsung samuel
  samurai sandiego sandman sandra sandy santiago sarah sasha satan saturday saturn savage savannah
  scarface scarlet scarlett school scooby scooter scorpio scorpion scotland scott scotty scruffy scully
  search seattle secret security seinfeld seminole semperfi senior septembe september serega serena
  serenity sergei sergey sergio server service sesame seven shadow shaggy shalom shamrock shaney shannon
  shark sharks sharon shasta shaved shazam sheila shelby shelly sherlock sherman sherry shiloh shirley
  shogun short shorty shotgun showme showtime sidney siemens sierra signin silver silvia simon simone
  simple simpson simpsons singer single sinner sirius sister sithlord skater skeeter skipper skippy
  skittles skyline skywalke slapshot slayer slipknot smile smiles smiley smith smitty smoke smokey smooth
  snake snakes snapper snatch snickers sniper snoopy snowball snowman sobaka soccer socrates softball
  software soldier solomon sommer sooners sophia sophie sparky spartak spartan special speed speedy
  spencer spider spiderma spiderman spike spirit spitfire spooky sports spring sprint sprite spunky spyder
  squirrel squirt srinivas stacey stalker stallion standard stanley star starcraft stardust stargate stars
  startrek starwars stealth steelers stefan stella stephani stephen sterling steve steven stevie stewart
  sticky stimpy stinger stingray stinky stocking stone stonecol stones storm stormy stranger street
  strider strike stuart student students stupid subaru sublime success sugar summer sundance sunday sunny
  sunrise sunset sunshine super superfly superman support surfer surfing susan suzanne suzuki svetlana
  swallow sweet sweetie sweetpea sweets sweety swimming swordfis swordfish sydney sylvia system tacobell
  tacoma taichung tainan taipei taitung taiwan tamara tanker tanner taoyuan target tarheel tarheels tarzan
  tattoo taurus taylor tazman teacher teachers techno teddy teen teens temp tempest temporary temppass
  tennis tequila teresa terry test tester testing testtest texas thailand thanks thegame theman theone
  therock thomas thompson thuglife thunder thursday tickle tiffany tiger tigers tigger timber time timothy
  tina tinker tintin titanic titans tomcat tommy tomtom tony topgun tornado toronto toshiba tottenha
  toyota tracey trains trance transam travel travis trebor trevor trfnthbyf trigger trinity tristan
  triumph trixie trojan trombone trooper trouble truck trucker trucks trumpet trunks trustno tucker
  tuesday turbo turkey turner turtle tweety twilight twister tyler ultimate unicorn united unreal vacation
  valentin valentina valera valerie vampire vanessa vanhalen vegeta velvet verbatim veronica veronika
  vertigo vfhbyf vfhecz vfrcbv vfvjxrf victor victoria victory video viking vikings viktor vincent violet
  viper virgin virginia vision vladimir volume voodoo voyager walker wallace walnut walter wanker warcraft
  warlock warren warrior warriors water waterloo waters watson weasel webster wednesday weed weezer
  welcome werewolf wesley western westham westside whatever wheels whiskey white whitney whynot wicked
  wildcat wildcats william williams willie willow wilson windows winner winnie winston winter wisdom
  wizard woaini woaitaiwan wodemima wolf wolfgang wolfman wolfpack wolverin wolverine wolves wombat women
  wonder woody wookie wordpass world wrangler wrinkle wutang xavier xfiles xiaozhang xiexie xuelu xuesheng
  xuexiao yamaha yankee yankees ybrbnf yellow yfnfif yilan yomama young yunlin yvonne zachary zaqixsw
  zaqwsx zeppelin zhongchuo zhongli zhuren zipper zombie zxcv zxcvbn zxcvbnm
`;

/** Patterns of the keyboard and of figures that are no run in one row. */
const PATTERNS = `
  123asd 123qwe 123qweasd 1314520 1a2b3c 1a2b3c4d 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz1qaz
  1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw2 2wsx3edc 3edc4rfv 5201314 520520 a123456 a1b2c3 a1b2c3d4
  aa123456 abc123 abcd1234 asd123 k12ea password1 q1w2e3 q1w2e3r4 q1w2e3r4t5 qazwsx qazwsxedc qwe123
  qweasd qweasdzxc trustno1 xsw2zaq1 zaq12wsx zaq1xsw2 zaq1zaq1 zxc123
`;

/** What the keys give for 我的密碼, 我愛你, 你好, 老師, 生日快樂 and the like, typed as 注音. */
const ZHUYIN = `
  184187 1j452l4 1l31o4 284ru8cl3 2l3g 2u04sl3 5j/tji4 5j3bp4 a8a8 a8a87 au4a83 cl3q/6u.3 dj94xk4
  ej03xu35k3 elvm/6 g/b4dj94xk4 gjbj4au4a83 j;4ru4au4a83 ji32k7au4a83 ji394su3 ji394w96j0 ji394xl3ej/
  ji394xl3qi6 ji3g4go6 ji3vu3cj0su3 ru8u.6 rul4m4 rul4m41j4 su3cl3 su3cl3a8 su3g4ji32k7 vm,6g/ vm,6vul4
  vu,4vu,4 vu,4vu,7 vu3cj0su3 vul45;3 vupsu06dj94xk4 w961o3 w965j/ w96j0 wj/1l4 xl3ej/ xl3g xl3gcl3 xl3qi6
  zj32l3
`;

/** Chinese words. */
const CHINESE = `我的密碼 密碼 我愛你 你好 台灣 臺灣 我愛台灣 我愛臺灣 學校 老師 學生 教育部 生日快樂 新年快樂`;

/** The common passwords that no account may have (domain §1.4.11, rule 2), the same in window and central. */
export const LISTED_PASSWORDS: ReadonlySet<string> = new Set(
  [WORDS, PATTERNS, ZHUYIN, CHINESE].flatMap((part) => part.trim().split(/\s+/)),
);
