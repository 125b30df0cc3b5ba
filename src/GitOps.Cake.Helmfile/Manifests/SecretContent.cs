using System.Text;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// A Secret as the API server keeps it: what <c>stringData</c> says stands in <c>data</c>, encoded. Two that come to the same are
/// the same, however they are written.
/// </summary>
internal static class SecretContent
{
    public static GoMap Fold(GoMap secret)
    {
        if (!secret.TryGetValue("stringData", out var given) || given is not GoMap texts)
            return secret;

        var data = secret.TryGetValue("data", out var found) ? found : null;
        if (data is not (null or GoMap))
            return secret;

        var all = new GoMap(texts.Count);
        foreach (var (key, value) in data as GoMap ?? new GoMap())
            all[key] = value;
        foreach (var (key, value) in texts)
            all[key] = Convert.ToBase64String(Encoding.UTF8.GetBytes(value as string ?? GoPrinter.Print(value)));

        var folded = new GoMap(secret.Count);
        foreach (var (key, value) in secret)
        {
            if (key is not ("stringData" or "data"))
                folded[key] = value;
        }

        folded["data"] = all;
        return folded;
    }
}
