/** A multipart upload as the JSON body the upload endpoint takes; null when it holds no file (api.md 20). */
export async function uploadAsJson(bytes: ArrayBuffer, contentType: string): Promise<string | null> {
  try {
    const form = await new Response(bytes, { headers: { "Content-Type": contentType } }).formData();
    for (const part of form.values()) {
      if (typeof part === "string") continue;
      const content = Buffer.from(await part.arrayBuffer()).toString("base64");
      return JSON.stringify({ content, name: part.name });
    }
    return null;
  } catch {
    return null;
  }
}
