using System.Net;

namespace GitOps.Cake.Templates.Certificates;

/// <summary>What a certificate is to say.</summary>
internal sealed record CertificateRequest(string Name, List<IPAddress> Addresses, List<string> HostNames, long Days, bool IsAuthority);
