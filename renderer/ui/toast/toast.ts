import { notifications } from '@mantine/notifications';

/** A short good news that goes away by itself. Bad news never comes this way: it stays on the page. */
export const goodNews = (message: string): void => {
  notifications.show({ message, role: 'status', color: 'green', autoClose: 5000 });
};
