using GitOps.Cake.Templates.Certificates;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class CertificateFunctions
{
    public const string Names =
        "genPrivateKey buildCustomCert genCA genCAWithKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert genSignedCertWithKey";

    // Making a key takes about as long as this many steps.
    private const int StepsOfKey = 200_000;

    private static readonly TemplateType Certificate = TemplateType.Named(CertificatePair.TypeName);

    public static TemplateFunction? Find(string name) => name switch
    {
        "genPrivateKey" => Signature.Of("s", static call => PrivateKeyText(call)),
        "buildCustomCert" => Signature.Of("ss", static call => CertificatePair.FromBase64(call.Text(0), call.Text(1))),
        "genCA" => Signature.Of("si", static call => Authority(call, NewKey(call))),
        "genCAWithKey" => Signature.Of("sis", static call => Authority(call, GivenKey(call.Text(2)))),
        "genSelfSignedCert" => Signature.Of("sLLi", static call => SelfSigned(call, NewKey(call))),
        "genSelfSignedCertWithKey" => Signature.Of("sLLis", static call => SelfSigned(call, GivenKey(call.Text(4)))),
        "genSignedCert" => new([.. Subject, Certificate], null, static call => Signed(call, static made => NewKey(made))),
        "genSignedCertWithKey" => new([.. Subject, Certificate, TemplateType.Text], null, static call => Signed(call, static made => GivenKey(made.Text(5)))),
        _ => null,
    };

    private static TemplateType[] Subject => [TemplateType.Text, TemplateType.List, TemplateType.List, TemplateType.Int];

    private static string PrivateKeyText(TemplateCall call)
    {
        call.Run.Step(StepsOfKey);
        return call.Text(0) switch
        {
            "" or "rsa" => PrivateKey.NewRsa(4096).Pem,
            "dsa" => PrivateKey.NewDsa().Pem,
            "ecdsa" => PrivateKey.NewEcdsa().Pem,
            "ed25519" => PrivateKey.NewEd25519().Pem,
            var type => $"Unknown type {type}",
        };
    }

    private static PrivateKey NewKey(TemplateCall call)
    {
        call.Run.Step(StepsOfKey);
        return PrivateKey.NewRsa(2048);
    }

    private static PrivateKey GivenKey(string pem)
    {
        try
        {
            return PrivateKey.FromPem(pem);
        }
        catch (FormatException exception)
        {
            throw new TemplateFunctionException($"parsing private key: {exception.Message}", exception);
        }
    }

    private static GoStruct Authority(TemplateCall call, PrivateKey key) =>
        CertificateMaker.Make(call.Run, new(call.Text(0), [], [], call.Int(1), IsAuthority: true), key, null);

    private static GoStruct SelfSigned(TemplateCall call, PrivateKey key) => CertificateMaker.Make(call.Run, Request(call), key, null);

    private delegate PrivateKey KeySource(TemplateCall call);

    private static GoStruct Signed(TemplateCall call, KeySource key)
    {
        var signer = CertificateSigner.From((GoStruct)call[4]!);
        return CertificateMaker.Make(call.Run, Request(call), key(call), signer);
    }

    private static CertificateRequest Request(TemplateCall call) =>
        new(call.Text(0), Addresses.Read(call, call.List(1)), HostNames(call, call.List(2)), call.Int(3), IsAuthority: false);

    private static List<string> HostNames(TemplateCall call, IReadOnlyList<object?>? names)
    {
        var texts = new List<string>();
        foreach (var name in names ?? [])
            texts.Add(name as string ?? throw new TemplateFunctionException($"error processing alternate dns name: {call.Print(name)} is not a string"));
        return texts;
    }
}
