using System.Text;
using GitOps.Cake.Testing.Certificates;

namespace GitOps.Cake.Testing.Starting;

internal static class KubeConfigText
{
    /// <summary>A kubeconfig with one context. The name is checked where it is given, so nothing here needs quoting but the URL.</summary>
    public static string Create(string context, Uri server, string authority, KeyPair identity) =>
        $"""
        apiVersion: v1
        kind: Config
        clusters:
          - name: {Quote(context)}
            cluster:
              server: "{server.GetLeftPart(UriPartial.Authority)}"
              certificate-authority-data: {Encode(authority)}
        users:
          - name: {Quote($"{context}-admin")}
            user:
              client-certificate-data: {Encode(identity.Certificate)}
              client-key-data: {Encode(identity.Key)}
        contexts:
          - name: {Quote(context)}
            context:
              cluster: {Quote(context)}
              user: {Quote($"{context}-admin")}
        current-context: {Quote(context)}

        """;

    private static string Quote(string name) => $"\"{name}\"";

    private static string Encode(string pem) => Convert.ToBase64String(Encoding.ASCII.GetBytes(pem));
}
