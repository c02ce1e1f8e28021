import { stopped, type Looked } from '../checked-file.ts';
import { checkPdf } from './check-pdf.ts';
import { drawPdfPage } from './draw-page.ts';
import { redrawPicture, shrinkPicture } from './picture.ts';
import type { Done, Task } from './task.ts';

/** Does one task; whatever breaks in it is the file's fault. */
export async function runTask(task: Task): Promise<Looked<Done>> {
  try {
    const { type, content } = task;
    if (task.kind === 'check')
      return await (type === 'application/pdf' ? checkPdf(content) : redrawPicture(content, type));
    return await (type === 'application/pdf' ? drawPdfPage(content, task.page) : shrinkPicture(content));
  } catch {
    return stopped('damaged');
  }
}
