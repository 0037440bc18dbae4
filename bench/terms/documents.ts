/** A privacy policy as a collection of Open Terms Archive records it; `example`: the assessments of ours that quote it. */
export type Document = { readonly collection: string; readonly service: string; readonly language: string; readonly example?: string };

const document = (collection: string, service: string, example?: string, language = 'en'): Document => ({
  collection,
  service,
  language,
  ...(example !== undefined && { example }),
});

export const DOCUMENTS: readonly Document[] = [
  document('pga', 'BeReal'),
  document('pga', 'Bluesky'),
  document('pga', 'Facebook', 'facebook'),
  document('pga', 'Instagram'),
  document('pga', 'LINE'),
  document('pga', 'LinkedIn', 'linkedin'),
  document('pga', 'Moltbook'),
  document('pga', 'Parler'),
  document('pga', 'Pinterest'),
  document('pga', 'Quora'),
  document('pga', 'Reddit'),
  document('pga', 'Snapchat', 'snapchat'),
  document('pga', 'Spotify'),
  document('pga', 'Telegram', 'telegram'),
  document('pga', 'Threads'),
  document('pga', 'TikTok', 'tiktok'),
  document('pga', 'TruthSocial'),
  document('pga', 'Tumblr'),
  document('pga', 'Twitch'),
  document('pga', 'Twitter', 'x'),
  document('pga', 'Upscrolled'),
  document('pga', 'WeChat', 'wechat'),
  document('pga', 'WhatsApp', 'whatsapp'),
  document('pga', 'X', 'x'),
  document('pga', 'YouTube', 'youtube'),
  document('contrib', 'Discord'),
  document('contrib', 'Signal', 'signal'),
  document('contrib', 'Viber'),
  document('contrib', 'Zoom'),
  document('france', 'TikTok', undefined, 'fr'),
  document('france', 'WhatsApp', undefined, 'fr'),
  document('france', 'Snapchat', undefined, 'fr'),
];
