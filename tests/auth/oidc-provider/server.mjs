// npm `oidc-provider` (certified) as a families' provider: its rules, our two clients, one person.
// Reads one JSON object from the first argument: port, callback, logged_out, backchannel, secret, jwks, cpr, mitid.
import { request } from 'node:http';
import { Provider } from 'oidc-provider';

const told = JSON.parse(process.argv[2]);
const issuer = `http://127.0.0.1:${told.port}`;
const shared = {
  redirect_uris: [told.callback],
  post_logout_redirect_uris: [told.logged_out],
  backchannel_logout_uri: told.backchannel,
  backchannel_logout_session_required: true,
  grant_types: ['authorization_code'],
  response_types: ['code'],
};

// *.localhost resolves in browsers, not everywhere: connect to the address, keep the name.
function fetchByAddress(url, options = {}) {
  const { hostname, host, port, pathname } = new URL(url);
  const where = hostname.endsWith('.localhost') ? '127.0.0.1' : hostname;
  return new Promise((resolve, reject) => {
    const headers = { ...Object.fromEntries(new Headers(options.headers)), host };
    const asked = request({ host: where, port, path: pathname, method: options.method, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(new Response(null, { status: answer.statusCode })));
    });
    asked.on('error', reject);
    asked.end(options.body ? String(options.body) : undefined);
  });
}

const provider = new Provider(issuer, {
  clients: [
    { ...shared, client_id: 'rundbord', client_secret: told.secret, token_endpoint_auth_method: 'client_secret_basic' },
    { ...shared, client_id: 'rundbord-key', jwks: told.jwks, token_endpoint_auth_method: 'private_key_jwt' },
  ],
  fetch: fetchByAddress,
  extraParams: ['idp_params'],
  pkce: { required: () => true },
  scopes: ['openid', 'mitid', 'ssn'],
  claims: { openid: ['sub', 'loa'], mitid: ['mitid.uuid'], ssn: ['dk.cpr'] },
  conformIdTokenClaims: true,
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    claimsParameter: { enabled: false },
  },
  cookies: { keys: ['only for this test'] },
  findAccount: async (_, id) => ({
    accountId: id,
    claims: async () => ({
      sub: id,
      loa: 'https://data.gov.dk/concept/core/nsis/Substantial',
      'mitid.uuid': told.mitid,
      'dk.cpr': told.cpr,
    }),
  }),
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope('openid mitid ssn');
    grant.addOIDCClaims(['sub', 'loa', 'mitid.uuid', 'dk.cpr']);
    await grant.save();
    return grant;
  },
});

provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith('/interaction/')) return next();
  const result = { login: { accountId: 'person-1' } };
  ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
});

provider.listen(told.port, '127.0.0.1', () => console.log('ready'));
