/** Subjects: Chinese | English. */
export const subjects = entries(`
  我 | i
  你 | you
  他 | he
  她 | she
  我们 | we
  他们 | they
  老师 | the teacher
  学生 | the student
  医生 | the doctor
  妈妈 | mother
  爸爸 | father
  我的朋友 | my friend
  你的姐姐 | your sister
  他的弟弟 | his brother`);

export const times = entries(`
  昨天 | yesterday
  今天 | today
  中午 | at noon
  去年 | last year
  昨天晚上 | last night
  今天早上 | this morning
  上个星期 | last week
  上个月 | last month
  星期一 | on monday
  星期日 | on sunday`);

/** Places, after 在. */
export const places = entries(`
  家 | at home
  学校 | at school
  公园 | in the park
  城里 | in town
  商店 | in the shop
  医院 | in the hospital
  图书馆 | in the library
  火车站 | at the station
  北京 | in beijing
  海边 | by the sea`);

/** Verbs, before 了. */
export const verbs = entries(`
  买 | bought
  卖 | sold
  拿 | took
  画 | drew
  借 | borrowed
  洗 | washed
  丢 | lost
  看见 | saw
  找到 | found
  忘记 | forgot`);

/** Adjectives, before 的. */
export const adjectives = entries(`
  红 | red
  白 | white
  新 | new
  旧 | old
  大 | big
  小 | small
  便宜 | cheap
  漂亮 | beautiful
  奇怪 | strange
  有名 | famous`);

export const numbers = entries(`
  两 | two
  三 | three
  四 | four
  五 | five
  六 | six
  七 | seven
  八 | eight
  九 | nine
  十 | ten`);

/** Objects with the measure word that Chinese puts between a number and them: measure, object | one, several. */
export const objects = entries(`
  本 书 | book books
  个 苹果 | apple apples
  个 球 | ball balls
  张 照片 | photo photos
  张 地图 | map maps
  件 衣服 | dress dresses
  把 椅子 | chair chairs
  把 雨伞 | umbrella umbrellas
  顶 帽子 | hat hats
  块 手表 | watch watches
  辆 自行车 | bicycle bicycles
  封 信 | letter letters`).map(({ chinese, english }) => {
  const [measure, object] = chinese.split(' ');
  const [one, several] = english.split(' ');
  return { measure, object, one, several };
});

/** What stands between two clauses. */
export const links = entries(`
  ，然后 | , then
  ，但是 | , but
  ，所以 | , so`);

function entries(table: string): { chinese: string; english: string }[] {
  const lines = table.trim().split('\n');
  return lines.map((line) => {
    const [chinese, english] = line.split('|').map((part) => part.trim());
    return { chinese, english };
  });
}
