import { realmPath } from '../callbacks/address.ts';

/** What an app that takes part is written against. */
export interface Place {
  /** AM's context as the app reaches it: "http://127.0.0.1:8080/am". */
  base: string;
  realm: string;
  target: { type: 'service' | 'transaction'; value: string };
}

export const LANGUAGES = ['curl', 'JavaScript', 'Swift', 'Kotlin'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * A first call to a journey or a transaction, and how it goes on, ready to be pasted: with curl, and with Ping's SDKs for the web
 * (`@forgerock/javascript-sdk` 4), iOS (FRAuth 4) and Android (forgerock-auth 4). A transaction goes in the query on the web, and is an index of
 * its own on iOS (`FRSession.authenticate(authIndexValue:authIndexType:)`); the SDK for Android has neither, so that its request is written out.
 */
export function copyAs(language: Language, place: Place): string {
  return `${WRITERS[language](place).trim()}\n`;
}

const WRITERS: Record<Language, (place: Place) => string> = { curl, JavaScript: javascript, Swift: swift, Kotlin: kotlin };

function addressOf({ base, realm, target }: Place): string {
  const query = new URLSearchParams({ authIndexType: target.type, authIndexValue: target.value });
  return `${base}/json/${realmPath(realm)}/authenticate?${query}`;
}

/** Within single quotes of a shell. */
const shell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** A string literal of JavaScript. */
const quoted = (text: string): string => JSON.stringify(text);
/** A string literal of Swift: `\\(` would be its interpolation. */
const swiftText = (text: string): string => quoted(text);
/** A string literal of Kotlin, where a dollar sign begins a template. */
const kotlinText = (text: string): string => quoted(text).replaceAll('$', '\\$');

/** "alpha" for any spelling of a realm, "root" for the root realm, as Ping's SDKs want it. */
const plainRealm = (realm: string): string =>
  decodeURIComponent(
    realmPath(realm)
      .replace(/^realms\/root\/?(realms\/)?/, '')
      .replaceAll('/realms/', '/'),
  ) || 'root';

function curl(place: Place): string {
  const address = shell(addressOf(place));
  const headers =
    "  -H 'Content-Type: application/json' \\\n  -H 'Accept-API-Version: resource=2.1, protocol=1.0' \\\n  -b cookies.txt -c cookies.txt";
  return `# The first step. Fill in the values of its inputs (IDToken1 ...) and send it back.
curl -s -X POST ${address} \\
${headers} \\
  -d '{}' > step.json

# Every further step: the whole answer, with the values filled in.
curl -s -X POST ${address} \\
${headers} \\
  -d @step.json`;
}

function javascript(place: Place): string {
  const { base, realm, target } = place;
  const start =
    target.type === 'service'
      ? `{ tree: ${quoted(target.value)} }`
      : `{ query: { authIndexType: ${quoted(target.type)}, authIndexValue: ${quoted(target.value)} } }`;
  return `import { Config, FRAuth, StepType } from '@forgerock/javascript-sdk';

Config.set({
  serverConfig: { baseUrl: ${quoted(`${base}/`)}, timeout: 5000 },
  realmPath: ${quoted(plainRealm(realm))},
});

let step = await FRAuth.start(${start});
while (step.type === StepType.Step) {
  for (const callback of step.callbacks) {
    // Show the callback, then: callback.setInputValue(...)
    console.log(callback.getType(), callback.payload.output);
  }
  step = await FRAuth.next(step);
}
console.log(step.type === StepType.LoginSuccess ? step.getSessionToken() : step.getMessage());`;
}

function swift({ base, realm, target }: Place): string {
  return `import FRAuth

let options = FROptions(url: ${swiftText(base)}, realm: ${swiftText(plainRealm(realm))}, cookieName: "iPlanetDirectoryPro")
try FRAuth.start(options: options)

func handle(_ token: Token?, _ node: Node?, _ error: Error?) {
  if let node = node {
    for callback in node.callbacks {
      // Show the callback, then: (callback as? SingleValueCallback)?.setValue(...)
      print(callback.type)
    }
    node.next { (token: Token?, node, error) in handle(token, node, error) }
  } else {
    print(token?.value ?? error?.localizedDescription ?? "")
  }
}

FRSession.authenticate(authIndexValue: ${swiftText(target.value)}, authIndexType: ${swiftText(target.type)}) { (token: Token?, node, error) in
  handle(token, node, error)
}`;
}

function kotlin(place: Place): string {
  return place.target.type === 'service' ? kotlinJourney(place, place.target.value) : kotlinRequest(place);
}

function kotlinJourney({ base, realm }: Place, journey: string): string {
  return `import android.content.Context
import org.forgerock.android.auth.*

val options = FROptionsBuilder.build {
  server {
    url = ${kotlinText(base)}
    realm = ${kotlinText(plainRealm(realm))}
    cookieName = "iPlanetDirectoryPro"
  }
}

fun signIn(context: Context) {
  FRAuth.start(context, options)
  FRSession.authenticate(context, ${kotlinText(journey)}, object : NodeListener<FRSession> {
    override fun onCallbackReceived(node: Node) {
      // Show node.callbacks and fill them in.
      node.next(context, this)
    }
    override fun onSuccess(result: FRSession) = println(result.sessionToken)
    override fun onException(e: Exception) = println(e)
  })
}`;
}

/** The SDK for Android starts journeys by their names only. */
function kotlinRequest(place: Place): string {
  return `import okhttp3.*
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.RequestBody.Companion.toRequestBody

val client = OkHttpClient()

/** The first step with "{}"; each further step is the whole answer, with the values of its inputs filled in. */
fun authenticate(step: String = "{}"): String {
  val request = Request.Builder()
    .url(${kotlinText(addressOf(place))})
    .header("Accept-API-Version", "resource=2.1, protocol=1.0")
    .post(step.toRequestBody("application/json".toMediaType()))
    .build()
  return client.newCall(request).execute().use { it.body!!.string() }
}`;
}
