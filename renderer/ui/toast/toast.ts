import { notifications } from '@mantine/notifications';

/** A short good news that goes away by itself. Bad news never comes this way: it stays on the page. */
export const goodNews = (message: string): void => {
  notifications.show({ message, role: 'status', color: 'green', autoClose: 5000 });
};

/** It was for somebody who has left. */
export const forgetNews = (): void => notifications.clean();
