namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Decrypts values with the plugin that helmfile itself uses, helm-secrets, whatever that is set up to decrypt with.</summary>
public interface ISecretDecryption
{
    /// <summary>Decrypts a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the plugin.</param>
    /// <returns>The decrypted text, or what the plugin said and its exit code.</returns>
    Task<CommandOutput> DecryptAsync(string path, CancellationToken cancellationToken);

    /// <summary>Decrypts a text.</summary>
    /// <param name="encrypted">A map of values as YAML, encrypted.</param>
    /// <param name="cancellationToken">Stops the plugin.</param>
    /// <returns>The decrypted text, or what the plugin said and its exit code.</returns>
    Task<CommandOutput> DecryptTextAsync(string encrypted, CancellationToken cancellationToken);
}
