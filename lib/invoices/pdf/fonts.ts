import { readFileSync } from "node:fs";
import { join } from "node:path";

export type FontStyle = "regular" | "bold" | "serif";

const modules = join(process.cwd(), "node_modules");
const dejavu = (name: string) => join(modules, "dejavu-fonts-ttf/ttf", name);
const inter = (folder: string, name: string) => join(modules, "@expo-google-fonts/inter", folder, name);

/** For each style the shop's typeface, and one with many more scripts for what it lacks. */
const files: Record<FontStyle, readonly [string, string]> = {
  regular: [inter("400Regular", "Inter_400Regular.ttf"), dejavu("DejaVuSans.ttf")],
  bold: [inter("600SemiBold", "Inter_600SemiBold.ttf"), dejavu("DejaVuSans-Bold.ttf")],
  serif: [
    join(modules, "@expo-google-fonts/newsreader/500Medium/Newsreader_500Medium.ttf"),
    dejavu("DejaVuSans.ttf"),
  ],
};

export const fontStyles = Object.keys(files) as FontStyle[];

const loaded = new Map<string, Buffer>();

/** The style's font files, the first choice first; each is read once per process. */
export function fontFiles(style: FontStyle): Buffer[] {
  return files[style].map((path) => {
    const known = loaded.get(path) ?? readFileSync(path);
    loaded.set(path, known);
    return known;
  });
}
